"""What is being typed in an editor, in a file of the user's own, so that nothing that happens loses it."""

import os
import tempfile
from pathlib import Path

from incidents.errors import BadInput
from incidents.paths import data_dir


class Draft:
    """A file with a form, readable by nobody else (0600). It stays until `discard`."""

    def __init__(self, name: str) -> None:
        """Make it in the user's data directory, else where temporary files go.

        Raises:
            BadInput: neither can be written.
        """
        self.path = _made(name)

    def write(self, text: str) -> None:
        """Make it hold the text."""
        self.path.write_bytes(text.encode("utf-8"))

    def read(self) -> str:
        """What it holds; a form of another system's line ends, too.

        Raises:
            BadInput: it is gone, or is no text in UTF-8.
        """
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise BadInput(f"the editor left no file {self.path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise BadInput("what was typed is no text in UTF-8: save it so") from error
        return text.replace("\r\n", "\n")

    def discard(self) -> None:
        """Take it away."""
        self.path.unlink(missing_ok=True)


def _made(name: str) -> Path:
    try:
        folder = data_dir() / "drafts"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _file(name, folder)
    except (OSError, RuntimeError):
        pass
    try:
        return _file(name, None)
    except OSError as error:
        raise BadInput(f"there is no room for what you type: {error.strerror}; free some, or set TMPDIR") from error


def _file(name: str, folder: Path | None) -> Path:
    handle, path = tempfile.mkstemp(prefix=f"{name}-", suffix=".txt", dir=folder)
    os.close(handle)
    return Path(path)
