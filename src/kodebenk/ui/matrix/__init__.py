"""The matrix workspace: what every respondent says about every theme, with the evidence behind it."""
