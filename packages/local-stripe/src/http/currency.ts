import { invalid } from './faults.ts'
import { type Field, text } from './params.ts'

/** The presentment currencies that Stripe's documentation lists. */
const known = new Set(
  `usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd
  cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd
  hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad
  mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln
  pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs
  uah ugx uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw`.split(/\s+/),
)

/** A three-letter currency code, read as lower case. */
export const currency = (): Field<string, false> => ({
  required: false,
  read: (value, name) => {
    const code = text().read(value, name).toLowerCase()
    if (known.has(code)) return code
    throw invalid(`Invalid currency: ${code}. Stripe currently supports these currencies: usd, …`, {
      param: name,
    })
  },
})
