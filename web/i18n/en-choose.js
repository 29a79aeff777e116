// @ts-check
export default {
  choose_area: 'Area',
  choose_wholeCity: 'Whole city',
  choose_allOf: 'All of {name}',
  choose_help: 'Help and tour',
  choose_dark: 'Dark colours',
  choose_light: 'Light colours',
  choose_mode: 'How distance is measured',
  choose_mode_own: 'As the standard says',
  choose_mode_own_note: 'Each kind as its clause says: in a straight line or on foot',
  choose_mode_straight: 'Straight',
  choose_mode_straight_note: 'The radius as the crow flies',
  choose_mode_walking: 'On foot',
  choose_mode_walking_note: 'Walking distance: for now the straight line divided by a detour factor, an estimate and marked as one',
  choose_slow: 'The server is still at work: the map shows what was before',
};
