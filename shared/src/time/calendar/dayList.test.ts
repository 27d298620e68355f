import { describe, expect, test } from 'vitest';
import { periodsInWords, readDayList, readPeriods } from './dayList.ts';
import { stateCouncilDays } from './stateCouncil.ts';

/** 国务院办公厅关于2026年部分节假日安排的通知, its list as it stands on the web. */
const notice2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('a notice of the State Council', () => {
  test('gives exactly the days of its year', () => {
    const days = stateCouncilDays(2026, 2026);
    expect(readDayList(notice2026, 2026)).toEqual({ days, errors: [], unused: [], missing: [] });
  });

  test('may begin in the year before, and may run on in one paragraph', () => {
    const text =
      '一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。二、清明节：4月5日（星期五）放假，与周末连休。';
    expect(readDayList(text, 2019).days.map((d) => `${d.date} ${d.working ? '班' : '休'} ${d.name}`)).toEqual([
      '2018-12-29 班 元旦',
      '2018-12-30 休 元旦',
      '2018-12-31 休 元旦',
      '2019-01-01 休 元旦',
      '2019-04-05 休 清明节',
    ]);
  });

  test('is read whole: what names no day is listed, a festival it does not name is missed', () => {
    const lines = notice2026.split('\n');
    const text = `各省、自治区：\n经国务院批准，现将安排通知如下。\n${lines.slice(0, 5).join('\n')}\n节假日期间，请妥善安排好值班和安全、保卫等工作。`;
    const read = readDayList(text, 2026);
    expect(read.errors).toEqual([]);
    expect(read.unused.map((u) => `${u.line} ${u.text}`)).toEqual([
      '1 各省、自治区：',
      '2 经国务院批准，现将安排通知如下',
      '8 节假日期间，请妥善安排好值班和安全、保卫等工作',
    ]);
    expect(read.missing).toEqual(['中秋节', '国庆节']);
  });

  test.each([
    [
      'full-width digits',
      '一、元旦：１月１日（周五）至３日（周日）放假，共３天。',
      ['01-01 休', '01-02 休', '01-03 休'],
    ],
    ['a wave dash', '一、元旦：1月1日〜3日放假，共3天。', ['01-01 休', '01-02 休', '01-03 休']],
    ['起放假N天', '一、元旦：1月1日起放假3天。', ['01-01 休', '01-02 休', '01-03 休']],
    ['起放假调休，共N天', '一、元旦：1月1日起放假调休，共3天。', ['01-01 休', '01-02 休', '01-03 休']],
    ['公休日', '一、元旦：1月2日（星期六）、3日（星期日）公休，1月1日放假。', ['01-01 休', '01-02 休', '01-03 休']],
    ['a half day', '二、春节：2月5日（周五）下午放假。', ['02-05 班 08:00-12:00']],
    ['half a day at work', '二、春节：2月5日（周五）下午上班。', ['02-05 班 14:00-18:00']],
  ])('may write %s', (_, text, days) => {
    const read = readDayList(text, 2027);
    const said = read.days.map((d) =>
      [d.date.slice(5), d.working ? '班' : '休', d.periods ? periodsInWords(d.periods) : ''].join(' ').trim(),
    );
    expect({ errors: read.errors, said }).toEqual({ errors: [], said: days });
  });

  test.each([
    ['from a day on, without how long', '一、元旦：1月1日起放假。', 2027, '没有写明放假几天'],
    ['of half a day, without which', '二、春节：2月5日放假半天。', 2027, '没有写明上午还是下午'],
    ['of another year is found out by its weekdays', notice2026, 2027, '2027-01-01 是周五，通知里写的是周四'],
    [
      'with a wrong end is found out by its count',
      '一、元旦：1月1日至2日放假，共3天。',
      2027,
      '共 3 天，读到的是 2 天',
    ],
    ['with a day that does not exist', '一、春节：2月30日放假。', 2027, '「2 月 30 日」不存在'],
    ['that names a day twice', '一、元旦：1月1日放假。二、春节：1月1日放假。', 2027, '出现了两次'],
    ['that does not say what a day is', '一、元旦：1月1日放假，1月4日。', 2027, '没有写明放假还是上班'],
  ])('%s', (_, text, year, message) => {
    expect(
      readDayList(text, year)
        .errors.map((e) => e.message)
        .join(),
    ).toContain(message);
  });
});

describe('rows', () => {
  test('with a heading, in any order, with tabs or commas, with half days; what a weekday says by itself is left out', () => {
    const text = `\uFEFF日期\t星期\t是否工作日\t名称\t时段
2027-01-01\t周五\t0\t元旦\t
2027/1/4\t周一\t1\t\t
2027-02-05\t周五\t是\t小年\t08:30-12:00
2027年2月7日\t周日\t班\t春节\t`;
    expect(readDayList(text, 2027)).toEqual({
      days: [
        { date: '2027-01-01', working: false, name: '元旦' },
        { date: '2027-02-05', working: true, name: '小年', periods: [[510, 720]] },
        { date: '2027-02-07', working: true, name: '春节' },
      ],
      errors: [],
      unused: [],
      missing: [],
    });
    expect(readDayList('2027-01-01,0,元旦\r\n2027-01-03,1,"元旦, 调休"\r\n', 2027).days).toHaveLength(2);
  });

  test('that cannot be read are named one by one', () => {
    const text =
      '2027-02-30,0,春节\n元旦,0,元旦\n2026-01-01,0,元旦\n2027-01-01,maybe,元旦\n2027-01-01,0,元旦\n2027-01-01,0,元旦';
    const { days, errors } = readDayList(text, 2027);
    expect(days).toHaveLength(1);
    expect(errors.map((e) => `${e.line} ${e.message}`)).toEqual([
      '1 日期「2027-02-30」不存在，请更正。',
      '2 日期「元旦」无法识别，请按 2027-01-01 的格式填写。',
      '3 日期「2026-01-01」不属于 2027 年，请核对所选年份。',
      '4 「maybe」不是「是否工作日」，请填写 1（上班）或 0（放假）。',
      '6 日期「2027-01-01」重复，请只保留一行。',
    ]);
    expect(readDayList('  \n', 2027).errors[0]?.message).toContain('没有可以读取的内容');
  });

  test('of the whole year leave no hole', () => {
    const all = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10));
    const rows = (dates: string[]) =>
      dates.map((d) => `${d},${new Date(d).getUTCDay() % 6 === 0 || d === '2027-01-01' ? 0 : 1},`).join('\n');
    expect(readDayList(rows(all), 2027)).toEqual({
      days: [{ date: '2027-01-01', working: false, name: '' }],
      errors: [],
      unused: [],
      missing: [],
    });
    expect(readDayList(rows(all.filter((d) => d !== '2027-03-01')), 2027).errors[0]?.message).toContain(
      '缺少 2027-03-01',
    );
  });
});

test.each([
  [
    '08:00-12:00 14:00-18:00',
    [
      [480, 720],
      [840, 1080],
    ],
  ],
  [
    '14:00–17:30、8:30—12:00',
    [
      [510, 720],
      [840, 1050],
    ],
  ],
  ['08:00-24:00', [[480, 1440]]],
  ['12:00-08:00', null],
  ['08:00-12:00 11:00-13:00', null],
  ['8-12', null],
  ['', null],
])('the periods «%s» are %j', (text, periods) => {
  const read = readPeriods(text);
  expect(read).toEqual(periods);
  if (read) expect(readPeriods(periodsInWords(read))).toEqual(read);
});
