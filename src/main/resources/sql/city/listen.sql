-- No rows: from now on this connection hears of commits to cities.
LISTEN gapmap_city;
