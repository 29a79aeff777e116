-- More types of layers: ways into communities and facilities, and house numbers to find places by.
ALTER TABLE layer DROP CONSTRAINT layer_type_check;
ALTER TABLE layer ADD CONSTRAINT layer_type_check CHECK (type IN (
  'communities', 'facilities', 'streets', 'areas', 'sites', 'buildings', 'land_use', 'population',
  'gates', 'addresses'));
