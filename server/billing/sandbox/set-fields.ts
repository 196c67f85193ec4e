/** Set fields of a kept row, by names the code wrote: never those of a request. */
export function setFields<T extends object>(row: T, fields: Partial<T>): T {
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const value = fields[name];
    if (value !== undefined) row[name] = value;
  }
  return row;
}
