"""What makes the bundle, the package and the installer out of the program."""
