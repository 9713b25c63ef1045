"""What the person in front of the kiosk is doing."""
