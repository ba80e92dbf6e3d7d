"""The sections of the one-page interview report; each draws only what there is data for."""
