"""`python -m kiosk.cli`: the `kiosk` command without its script."""

from kiosk.cli.begin import main

main()
