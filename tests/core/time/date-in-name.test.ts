import { expect, test } from 'vitest'
import { dateInName } from '../../../core/time/date-in-name.ts'

test.each([
  ['deepstatemap_data_20240708.geojson', '2024-07-08'],
  ['control 2018-04-21.shp', '2018-04-21'],
  ['Front_21.04.2018.zip', '2018-04-21'],
  ['front_4-21-2018.zip', '2018-04-21'],
  ['x_2018_04_21_v20180421.kml', '2018-04-21'],
  ['05-05-2018.geojson', '2018-05-05'],
])('%s tells %s', (name, date) => expect(dateInName(name)).toEqual({ kind: 'day', date }))

test.each([
  ['control.geojson', 'none', []],
  ['control_2018-04.geojson', 'none', []],
  ['plan_20181341.geojson', 'none', []],
  ['sites_123456789.geojson', 'none', []],
  ['control_2018-02-30.geojson', 'none', []],
  ['control_05-04-2018.geojson', 'day-or-month', ['2018-04-05', '2018-05-04']],
  ['shelling_20180410_20180421.geojson', 'several', ['2018-04-10', '2018-04-21']],
  ['control_1439-07-09.geojson', 'other-calendar', ['1439-07-09']],
])('%s is left open: %s', (name, reason, readings) =>
  expect(dateInName(name)).toEqual({ kind: 'open', reason, readings }),
)
