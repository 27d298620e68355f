import { computerValue, whenPersonLeaves } from '../../data/personStore.ts';

/** A ringing tone made by the browser itself: two notes, a second of rest. No file, and nothing without a click before. */
const notes = [
  { hz: 784, from: 0, to: 0.18 },
  { hz: 988, from: 0.22, to: 0.42 },
] as const;
const everyMs = 1_600;
const loudness = 0.12;

const sound = computerValue<{ context?: AudioContext; timer?: ReturnType<typeof setInterval> }>({});
whenPersonLeaves(() => stopTone());

/** Call it from a click or a key: browsers let nothing sound before one. Plays one round, so that it is heard. */
export async function allowTone(): Promise<void> {
  await heard().resume();
  playOnce();
}

/** After a reload the browser asks for a new gesture: the first key or click on the page is one. */
export function allowToneAtNextGesture(): () => void {
  const allow = () => {
    void heard().resume();
    stop();
  };
  const stop = () => {
    document.removeEventListener('pointerdown', allow, true);
    document.removeEventListener('keydown', allow, true);
  };
  document.addEventListener('pointerdown', allow, true);
  document.addEventListener('keydown', allow, true);
  return stop;
}

export function startTone(): void {
  if (sound.current.timer !== undefined) return;
  playOnce();
  sound.current.timer = setInterval(playOnce, everyMs);
}

export function stopTone(): void {
  clearInterval(sound.current.timer);
  delete sound.current.timer;
}

function heard(): AudioContext {
  sound.current.context ??= new AudioContext();
  return sound.current.context;
}

function playOnce(): void {
  const { context } = sound.current;
  if (context?.state !== 'running') return;
  const start = context.currentTime;
  for (const { hz, from, to } of notes) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0, start + from);
    volume.gain.linearRampToValueAtTime(loudness, start + from + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + to);
    tone.connect(volume).connect(context.destination);
    tone.start(start + from);
    tone.stop(start + to);
  }
}
