// @ts-check
export default {
  choose_area: '范围',
  choose_wholeCity: '全市',
  choose_allOf: '{name}全区',
  choose_help: '帮助与导览',
  choose_dark: '深色外观',
  choose_light: '浅色外观',
  choose_mode: '距离怎么量',
  choose_mode_own: '按标准',
  choose_mode_own_note: '每类设施按标准条文：直线或步行',
  choose_mode_straight: '直线',
  choose_mode_straight_note: '以设施为圆心的直线服务半径',
  choose_mode_walking: '步行',
  choose_mode_walking_note: '步行距离：目前按直线距离除以绕行系数估算，并标为估算',
  choose_slow: '服务器正在计算，地图上还是之前的结果',
};
