import { Kbd } from '../../ui/Kbd.tsx';

/** The letter that opens an action; nothing where it has none for this person, or where another of its kind has it. */
export const ActionKey = ({ text }: { text: string | null }) => (text === null ? null : <Kbd>{text}</Kbd>);
