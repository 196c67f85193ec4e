import { data } from "@remix-run/node";

/** Any unknown address: 404, without a stack in the log. */
export const loader = () => {
  throw data(null, 404);
};

export default function Unknown() {
  return null;
}
