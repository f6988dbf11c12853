"""Marks, chips and grounds that delegates and painted widgets share; every painter takes the theme."""
