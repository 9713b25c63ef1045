"""`python -m kiosk.cli`: the `kiosk` command without its script."""

from kiosk.cli.main import main

main()
