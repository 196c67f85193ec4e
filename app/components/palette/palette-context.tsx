import { createContext, useContext } from "react";

type PaletteDoor = { readonly open: () => void };

export const PaletteContext = createContext<PaletteDoor>({ open: () => {} });

/** Opens the search and commands (⌘K) from anywhere in the frame. */
export const usePalette = () => useContext(PaletteContext);
