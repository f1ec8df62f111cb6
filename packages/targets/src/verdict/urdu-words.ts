/** `FY2030` as an Urdu reader says it; other labels as they stand. */
export function urduPeriod(label: string): string {
  return label.replace(/^FY(\d{4})$/, 'مالی سال $1').replace(/^calendar (\d{4})$/, 'سال $1');
}

/**
 * A printed number with its unit in Urdu words. The digits are those of the English words, untouched, so that both
 * sentences of a verdict always show the same number.
 */
export function urduNumber(printed: string): string {
  return printed
    .replaceAll('\u00a0', ' ')
    .replace(/\$([\d.,]+)bn/, '$1 ارب ڈالر')
    .replace(/\$([\d.,]+)m/, '$1 ملین ڈالر')
    .replace(/^less than (.*)$/, '$1 سے کم')
    .replace(/^more than (.*)$/, '$1 سے زیادہ')
    .replace(/^over (.*)$/, '$1 سے زیادہ')
    .replace(/^about (.*)$/, 'تقریباً $1')
    .replace(/ a year$/, ' سالانہ')
    .replace(/ a month$/, ' ماہانہ')
    .replace(/ % of GDP/, ' فیصد مجموعی قومی پیداوار')
    .replace(/ %/, ' فیصد');
}
