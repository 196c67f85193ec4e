/** The room each chart takes, on a screen and on a phone; known before the chart is, so that nothing moves when it comes. */
export const chartRooms = {
  turnover: { large: { width: 744, height: 256 }, etroit: { width: 342, height: 220 } },
  bars: { large: { width: 744, height: 216 }, etroit: { width: 342, height: 190 } },
} as const;
