/** Work of which there is one run at a time: whoever starts it meanwhile waits for that one. */
export type OneRun = (work: () => Promise<void>) => Promise<void>;

export function openOneRun(): OneRun {
  let running: Promise<void> | null = null;
  return (work) => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
