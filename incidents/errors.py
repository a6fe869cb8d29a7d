"""The error tree: each error carries its exit code and one sentence that says what to do (DESIGN section 5)."""


class IncidentsError(Exception):
    """What the program tells the user in one sentence, instead of a traceback."""

    exit_code = 70


class UsageProblem(IncidentsError):
    """Options that contradict each other or a value that cannot be understood."""

    exit_code = 2


class DatabaseProblem(IncidentsError):
    """The database is missing, locked, behind, or is none."""

    exit_code = 3


class NotFound(IncidentsError):
    """A number, code or name that is not there."""

    exit_code = 4


class Refused(IncidentsError):
    """A conflict, a duplicate, a level that is not allowed, an older revision."""

    exit_code = 5


class BadInput(IncidentsError):
    """A file, row or value that cannot be read."""

    exit_code = 6
