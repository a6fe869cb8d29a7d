"""Click: one command a file, thin. `main` is the console script."""


def main() -> None:
    """Run `incidents` on the arguments of this process, and leave with its exit code."""
    import gc  # noqa: PLC0415  importing this room must load nothing

    gc.set_threshold(50_000)  # what start-up makes stays: looking through it for garbage costs a tenth of a list
    from incidents.cli.streams import complete  # noqa: PLC0415

    complete()
    from incidents.cli.app import app  # noqa: PLC0415

    try:
        app.main(prog_name="incidents")
    finally:
        gc.freeze()  # nor is there anything to gain from looking through it on the way out
