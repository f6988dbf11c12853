"""Widgets that all screens build from; each follows the appearance it gets and the language of the window."""
