"""A publication date as it is typed for reports: EDTF, or plain words that need no day to count from."""

from incidents.actions.dates import plain_when, typed_when
from incidents.errors import BadInput
from incidents.intake.language import language_of


def published(words: str) -> str:
    """EDTF of what was typed: `6 February 2025` is `2025-02-06`; nothing typed is nothing.

    Raises:
        BadInput: it cannot be read, or counts from a day; one sentence that says what can be written.
    """
    if not words.strip():
        return ""
    when = plain_when(words)
    if when is None:
        from incidents.actions.reading import lexicon  # noqa: PLC0415  heavy, for words only

        try:
            when = typed_when(words, None, lexicon(None, language_of(words)))
        except BadInput:
            when = None
    if when is None or not when.edtf:
        raise BadInput(f"--published {words!r} is no date; write 2025-02-06, 2024-04, 2016~ or 6 February 2025")
    return when.edtf
