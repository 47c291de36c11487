/** The pledge of an office that is opened in the sidebar, and its figures. */
import { useEffect, useState } from 'preact/hooks';
import type { PledgeGlance } from '../../app/glance/glance.ts';
import { call } from '../server.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import type { Tasks } from './use-tasks.ts';

export interface OpenedPledge {
  readonly opened: string | null;
  readonly detail: PledgeGlance | null;
  /** @param number null: none, so that 총괄 is shown. */
  open(number: string | null): void;
}

/**
 * @param kept number of the pledge whose figures are kept; they need no loading.
 * @param shown id of the run whose figures are shown.
 */
export function useOpenedPledge(
  kept: string | null,
  shown: string,
  { showTrouble, clearTrouble }: Pick<Tasks, 'showTrouble' | 'clearTrouble'>,
): OpenedPledge {
  const [opened, setOpened] = useState<string | null>(null);
  const [detail, setDetail] = useState<PledgeGlance | null>(null);
  const [attempts, setAttempts] = useState(0);

  // A new run or a retry loads it again.
  useEffect(() => {
    setDetail(null);
    if (opened === null || opened === kept) return;
    let isCurrent = true;
    const failed = (trouble: Trouble) => {
      if (isCurrent) showTrouble(trouble, () => setAttempts((before) => before + 1));
    };
    clearTrouble();
    call('pledgeGlance', opened).then(
      (answer) => {
        if (answer.status === 'stopped')
          failed({ title: '공약을 보여 드리지 못했습니다', lines: answer.messages, said: '' });
        else if (isCurrent) setDetail(answer.glance);
      },
      (error: unknown) => failed(troubleOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [opened, kept, shown, attempts]);

  return { opened, detail, open: setOpened };
}
