-- One row per version before that new rows replace rows of, with how many.
SELECT old_version, count(*)::integer AS rows FROM matched_row GROUP BY old_version;
