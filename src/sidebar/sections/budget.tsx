/** 예산: planned and executed amount, balance and rate, by year and funding source. */
import type { GlanceBudget, GlanceBudgetLine } from '../../app/glance/glance.ts';
import { RateBar } from '../charts/rate-bar.tsx';
import { type MoneyUnit, moneyUnit } from '../format.ts';
import { NotComputed, Section, Table } from '../parts.tsx';

export function Budget({ budget }: { readonly budget: GlanceBudget | null }) {
  if (budget === null) {
    return (
      <Section title="예산">
        <NotComputed />
      </Section>
    );
  }
  const { total, times, closedYears } = budget;
  const unit = moneyUnit(
    [total, ...times.flatMap((time) => [time, ...time.sources])].flatMap(({ planned, executed }) => [
      planned,
      executed,
    ]),
  );
  const rows = times.flatMap(({ name, sources }) =>
    sources.map((line) => [`${name} ${line.name}`, ...amounts(line, unit)]),
  );
  return (
    <Section title="예산" aside={`단위 ${unit.name}`}>
      <div class="key-figure">
        <strong class="figure">{total.rate.text === '' ? '–' : total.rate.text}</strong>
        <span class="beside">집행률</span>
      </div>
      <RateBar
        title="예산 집행률"
        values={`계획 ${unit.text(total.planned)}${unit.name}, 집행 ${unit.text(total.executed)}${unit.name}, 잔액 ${unit.text(total.balance)}${unit.name}, 집행률 ${total.rate.text === '' ? '알 수 없음' : total.rate.text}`}
        percent={total.rate.percent}
      />
      <dl class="facts numbers">
        <dt>투자계획</dt>
        <dd>{unit.text(total.planned)}</dd>
        <dt>집행액</dt>
        <dd>{unit.text(total.executed)}</dd>
        <dt>잔액</dt>
        <dd>{unit.text(total.balance)}</dd>
        {closedYears === null || closedYears.rate.text === '' ? null : (
          <>
            <dt>
              끝난 해(
              {closedYears.from === closedYears.to
                ? closedYears.from
                : `${closedYears.from}~${closedYears.to}`}
              ) 집행률
            </dt>
            <dd>{closedYears.rate.text}</dd>
          </>
        )}
      </dl>
      {rows.length === 0 ? (
        <p class="note">예산계획 탭에 연도·재원·금액을, 예산집행 탭에 집행한 것을 적으면 여기에 나옵니다.</p>
      ) : (
        <>
          <h3>연도·재원별</h3>
          <Table
            caption={`연도와 재원별 예산 (단위 ${unit.name})`}
            columns={[
              { heading: '연도 재원' },
              { heading: '계획', numeric: true },
              { heading: '집행', numeric: true },
              { heading: '잔액', numeric: true },
              { heading: '집행률', numeric: true },
            ]}
            rows={rows}
            total={['합계', ...amounts(total, unit)]}
          />
          <p class="note">– 는 적힌 것이 없다는 뜻이며 0원과 다릅니다.</p>
        </>
      )}
    </Section>
  );
}

function amounts({ planned, executed, balance, rate }: GlanceBudgetLine, unit: MoneyUnit): readonly string[] {
  return [unit.text(planned), unit.text(executed), unit.text(balance), rate.text === '' ? '–' : rate.text];
}
