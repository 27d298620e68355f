import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { ComponentProps } from 'react';
import { useWide } from '../../ui/useWide.ts';
import { Appeals } from './Appeals.tsx';
import { Callbacks } from './Callbacks.tsx';
import { Dispatches } from './Dispatches.tsx';
import { Notes } from './Notes.tsx';
import { Replies } from './Replies.tsx';
import { Requests } from './Requests.tsx';
import { Supervision } from './Supervision.tsx';
import { Timeline } from './Timeline.tsx';

/** What was asked and answered, and beside it, or below where there is no room, who has it and what happened. */
export function CaseBody({
  answer,
  events,
}: {
  answer: CaseAnswer;
  events: ComponentProps<typeof Timeline>['events'];
}) {
  const { box, isWide } = useWide<HTMLDivElement>(72);
  return (
    <div className={isWide ? 'case-body is-wide' : 'case-body'} ref={box}>
      <div>
        <Appeals answer={answer} />
        <Notes answer={answer} />
        <Requests answer={answer} />
        <Supervision answer={answer} />
        <Replies answer={answer} />
        <Callbacks answer={answer} />
      </div>
      <div>
        <Dispatches answer={answer} />
        <Timeline events={events} answer={answer} withOriginals />
      </div>
    </div>
  );
}
