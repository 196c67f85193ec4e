/** What several of Stripe's objects are made of. */
export type Metadata = Record<string, string>;

export type Listed<T> = {
  object: "list";
  data: T[];
  has_more: boolean;
  total_count?: number;
  url: string;
};
