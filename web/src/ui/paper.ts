import { createContext, useContext } from 'react';

const Paper = createContext(false);
export const PaperProvider = Paper.Provider;

/** Drawn for a sheet of paper: nothing on it may be wrong an hour later, so dues stand there instead of countdowns. */
export const useIsPaper = (): boolean => useContext(Paper);
