import { table } from './words.ts';

/** Adjectives of countries, in lower case, to their codes; those that are words of their own or name other things are left out. */
export const DEMONYMS: ReadonlyMap<string, string> = table(`
afghan:AF | albanian:AL | algerian:DZ | american:US | andorran:AD | angolan:AO | argentine:AR | argentinian:AR | armenian:AM | australian:AU |
austrian:AT | azerbaijani:AZ | azeri:AZ | bahraini:BH | bangladeshi:BD | belarusian:BY | belarussian:BY | belgian:BE | bolivian:BO |
bosnian:BA | brazilian:BR | british:GB | bulgarian:BG | burmese:MM | cambodian:KH | cameroonian:CM | canadian:CA | chadian:TD | chilean:CL |
chinese:CN | colombian:CO | congolese:CD | croatian:HR | cuban:CU | cypriot:CY | czech:CZ | danish:DK | dutch:NL | ecuadorian:EC |
egyptian:EG | emirati:AE | eritrean:ER | estonian:EE | ethiopian:ET | filipino:PH | finnish:FI | french:FR | gabonese:GA | georgian:GE |
german:DE | ghanaian:GH | greek:GR | guatemalan:GT | haitian:HT | honduran:HN | hungarian:HU | icelandic:IS | indian:IN | indonesian:ID |
iranian:IR | iraqi:IQ | irish:IE | israeli:IL | italian:IT | ivorian:CI | jamaican:JM | japanese:JP | jordanian:JO | kazakh:KZ |
kazakhstani:KZ | kenyan:KE | kosovar:XK | kuwaiti:KW | kyrgyz:KG | laotian:LA | latvian:LV | lebanese:LB | liberian:LR | libyan:LY |
lithuanian:LT | luxembourgish:LU | macedonian:MK | malaysian:MY | malian:ML | maltese:MT | mauritanian:MR | mexican:MX | moldovan:MD |
mongolian:MN | montenegrin:ME | moroccan:MA | mozambican:MZ | namibian:NA | nepalese:NP | nepali:NP | nicaraguan:NI | nigerian:NG |
nigerien:NE | north korean:KP | norwegian:NO | omani:OM | pakistani:PK | palestinian:PS | panamanian:PA | paraguayan:PY | peruvian:PE |
philippine:PH | portuguese:PT | qatari:QA | romanian:RO | russian:RU | rwandan:RW | salvadoran:SV | saudi:SA | saudi arabian:SA |
senegalese:SN | serbian:RS | singaporean:SG | slovak:SK | slovakian:SK | slovenian:SI | somali:SO | south african:ZA | south korean:KR |
south sudanese:SS | spanish:ES | sri lankan:LK | sudanese:SD | swedish:SE | swiss:CH | syrian:SY | taiwanese:TW | tajik:TJ |
tanzanian:TZ | thai:TH | tunisian:TN | turkish:TR | turkmen:TM | ugandan:UG | ukrainian:UA | uruguayan:UY | uzbek:UZ | venezuelan:VE |
vietnamese:VN | yemeni:YE | zambian:ZM | zimbabwean:ZW | polish:PL | gambian:GM | guinean:GN | togolese:TG |
beninese:BJ | burkinabe:BF | malagasy:MG | malawian:MW | mauritian:MU | botswanan:BW | sierra leonean:SL | comorian:KM | djiboutian:DJ |
burundian:BI | bhutanese:BT | maldivian:MV | fijian:FJ | surinamese:SR | guyanese:GY | barbadian:BB | bahamian:BS | belizean:BZ |
costa rican:CR | gabonese:GA | lesothan:LS | cape verdean:CV | equatoguinean:GQ | timorese:TL | bruneian:BN`);
