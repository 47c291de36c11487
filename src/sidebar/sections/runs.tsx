/** The last run, and the settings of the monthly run. */
import { useState } from 'preact/hooks';
import type { GlanceRun } from '../../app/glance/glance.ts';
import type { MonthlyRunState } from '../../app/months/monthly-run.ts';
import { withCommas } from '../../sheets/numbers.ts';
import { durationText, momentText } from '../format.ts';
import { Button, Section, Typed } from '../parts.tsx';

const STARTED: Readonly<Record<GlanceRun['startedBy'], string>> = {
  menu: '메뉴에서',
  sidebar: '사이드바에서',
  trigger: '매월 자동으로',
};

export function LastRun({ run }: { readonly run: GlanceRun }) {
  return (
    <Section title="마지막 계산">
      <dl class="facts">
        <dt>때</dt>
        <dd>{momentText(run.when)}</dd>
        <dt>한 일</dt>
        <dd>
          {run.action} ({STARTED[run.startedBy]})
        </dd>
        <dt>걸린 시간</dt>
        <dd>{durationText(run.seconds)}</dd>
        <dt>읽은 행</dt>
        <dd>{withCommas(run.rowsRead)}행</dd>
        <dt>집계에서 뺀 행</dt>
        <dd>{run.rowsLeftOut === 0 ? '없음' : `${withCommas(run.rowsLeftOut)}행 (점검 참고)`}</dd>
      </dl>
    </Section>
  );
}

export interface MonthlySetting {
  readonly day: number;
  readonly hour: number;
  /** Who turns it on, in their own words. */
  readonly owner: string;
}

export function NextRun({
  monthly,
  busy,
  onSet,
}: {
  readonly monthly: MonthlyRunState;
  readonly busy: boolean;
  /** Turns the monthly run on or changes it; null turns it off. */
  readonly onSet: (setting: MonthlySetting | null) => void;
}) {
  const { possible, on, mine, canBeChanged, owner, nextRun, lastResult, warnings } = monthly;
  return (
    <Section title="매월 자동 계산" aside={on ? '켜짐' : '꺼짐'}>
      <dl class="facts">
        {nextRun === null ? null : (
          <>
            <dt>다음 계산</dt>
            <dd>{nextRun}</dd>
          </>
        )}
        {on ? (
          <>
            <dt>켠 사람</dt>
            <dd>
              <Typed text={owner} />
              {mine ? ' (나)' : ''}
            </dd>
          </>
        ) : null}
        <dt>지난 결과</dt>
        <dd>{lastResult === null ? '아직 없음' : <Typed text={lastResult} />}</dd>
      </dl>
      {warnings.map((warning, index) => (
        <p class="warned" key={index}>
          <span aria-hidden="true">▲ </span>
          <Typed text={warning} />
        </p>
      ))}
      {canBeChanged ? (
        <MonthlySettings monthly={monthly} busy={busy} onSet={onSet} />
      ) : possible ? (
        <p class="note">켠 사람만 바꾸거나 끌 수 있습니다.</p>
      ) : null}
    </Section>
  );
}

/** The days that every month has. */
const DAYS = Array.from({ length: 28 }, (_, index) => index + 1);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const USUAL: Pick<MonthlySetting, 'day' | 'hour'> = { day: 3, hour: 7 };

function MonthlySettings({
  monthly,
  busy,
  onSet,
}: {
  readonly monthly: MonthlyRunState;
  readonly busy: boolean;
  readonly onSet: (setting: MonthlySetting | null) => void;
}) {
  const { on } = monthly;
  const [setting, setSetting] = useState<MonthlySetting>({
    day: monthly.day ?? USUAL.day,
    hour: monthly.hour ?? USUAL.hour,
    // Whoever turns on what another person has left does so in their own name.
    owner: monthly.mine ? monthly.owner : '',
  });
  return (
    <details class="more">
      <summary>{on ? '바꾸거나 끄기' : '켜기'}</summary>
      <div class="monthly">
        <NumberField
          label="매월"
          values={DAYS}
          value={setting.day}
          unit="일"
          onChoose={(day) => setSetting({ ...setting, day })}
        />
        <NumberField
          label="시각"
          values={HOURS}
          value={setting.hour}
          unit="시"
          onChoose={(hour) => setSetting({ ...setting, hour })}
        />
        <label class="owner">
          켜는 사람
          <input
            type="text"
            maxLength={40}
            placeholder="예: 총무팀"
            value={setting.owner}
            onInput={({ currentTarget }) => setSetting({ ...setting, owner: currentTarget.value })}
          />
        </label>
        <p class="note">
          지난달 말일 기준으로 계산하고 월별기록에 한 행을 적습니다. 다른 직원은 이 자동 계산을 볼 수 없어,
          켜는 사람에 적은 말을 보고 찾아갑니다.
        </p>
        <div class="two">
          <Button busy={busy} onPress={() => onSet(setting)}>
            {on ? '바꾸기' : '켜기'}
          </Button>
          {on ? (
            <Button busy={busy} onPress={() => onSet(null)}>
              끄기
            </Button>
          ) : null}
        </div>
      </div>
    </details>
  );
}

function NumberField({
  label,
  values,
  value,
  unit,
  onChoose,
}: {
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly unit: string;
  readonly onChoose: (value: number) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {values.map((number) => (
          <option value={number} key={number}>
            {number}
            {unit}
          </option>
        ))}
      </select>
    </label>
  );
}
