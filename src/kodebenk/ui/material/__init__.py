"""The workspace for sources and respondents: what they are, who speaks, and what is known of them."""
