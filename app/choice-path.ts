import { homePath } from "./home-path";

/** Where one chooses a société. */
const place = "/choisir-societe";

/** Where one chooses a société before going to `after`, a page of ours: kept in the address, JavaScript or not. */
export const choicePath = (after: string = homePath): string => {
  if (after === homePath) return place;
  return isChoice(after) ? after : `${place}?suite=${encodeURIComponent(after)}`;
};

/** Going there after the choice would be choosing again. */
export const isChoice = (path: string): boolean => path.split(/[?#]/)[0] === place;
