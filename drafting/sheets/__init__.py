"""What goes beside a report: the self-check of the 審核表, basic data for registration, monthly lists, suggestions to track."""
