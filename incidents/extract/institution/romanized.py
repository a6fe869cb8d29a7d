"""Whether a word can be Korean in any of the usual romanizations; told by its syllables, not by a list."""

import re

_INITIAL = r"(?:kk|kh|k|tt|th|t|pp|ph|p|ss|s|tch|ch|jj|j|n|r|l|m|h|g|d|b)"
_VOWEL = r"(?:yae|yeo|wae|weo|ya|ye|yo|yu|yi|wa|we|wi|wo|oe|ui|eu|eo|ae|oo|ee|ou|a|e|i|o|u)"
_FINAL = r"(?:ng|[knlmptrgb])"
_WORD = re.compile(rf"(?:{_INITIAL}?{_VOWEL}{_FINAL}?)(?:-?{_INITIAL}?{_VOWEL}{_FINAL}?)*")
_SHORT = 2


def korean(word: str) -> bool:
    """Whether `word` can be read as Korean syllables: "Ryomyong", "Kim", "Hye-san", never "Stanford"."""
    return len(word) >= _SHORT and _WORD.fullmatch(word.lower()) is not None
