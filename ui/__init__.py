"""The window: shows the screens of a visit and passes on what people press. It decides nothing."""
