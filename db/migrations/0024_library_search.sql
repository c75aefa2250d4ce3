-- The search index of the public library; docs/decisions/034. The functions are immutable: they call immutable functions
-- of PostgreSQL alone, with names in full, because a dump is restored with an empty search path. `search_form` does not use
-- unaccent, whose rules differ between releases of PostgreSQL, and does not depend on the locale of the database: where
-- that is C, lower() changes ASCII letters alone, and the capitals that it leaves are translated. domain/search-form.ts does
-- the same.
CREATE FUNCTION "public"."search_form"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	SELECT btrim(regexp_replace(regexp_replace(replace(replace(replace(replace(translate(
		CASE WHEN plain ~ '[ABCDEFGHIJKLMNOPQRSTUVWXYZÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯᎰᎱᎲᎳᎴᎵᎶᎷᎸᎹᎺᎻᎼᎽᎾᎿᏀᏁᏂᏃᏄᏅᏆᏇᏈᏉᏊᏋᏌᏍᏎᏏᏐᏑᏒᏓᏔᏕᏖᏗᏘᏙᏚᏛᏜᏝᏞᏟᏠᏡᏢᏣᏤᏥᏦᏧᏨᏩᏪᏫᏬᏭᏮᏯᏰᏱᏲᏳᏴᏵᲉᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿẞỺỼỾℲↃⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⰯⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞⲠⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒꙔꙖꙘꙚꙜꙞꙠꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꚘꚚꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞖꞘꞚꞜꞞꞠꞢꞤꞦꞨꞪꞫꞬꞭꞮꞰꞱꞲꞳꞴꞶꞸꞺꞼꞾꟀꟂꟄꟅꟆꟇꟉꟋꟌ꟎Ꟑ꟒꟔ꟖꟘꟚꟜꟵ]' THEN translate(plain, 'ABCDEFGHIJKLMNOPQRSTUVWXYZÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍᎠᎡᎢᎣᎤᎥᎦᎧᎨᎩᎪᎫᎬᎭᎮᎯᎰᎱᎲᎳᎴᎵᎶᎷᎸᎹᎺᎻᎼᎽᎾᎿᏀᏁᏂᏃᏄᏅᏆᏇᏈᏉᏊᏋᏌᏍᏎᏏᏐᏑᏒᏓᏔᏕᏖᏗᏘᏙᏚᏛᏜᏝᏞᏟᏠᏡᏢᏣᏤᏥᏦᏧᏨᏩᏪᏫᏬᏭᏮᏯᏰᏱᏲᏳᏴᏵᲉᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿẞỺỼỾℲↃⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗⰘⰙⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⰯⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞⲠⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒꙔꙖꙘꙚꙜꙞꙠꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꚘꚚꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞖꞘꞚꞜꞞꞠꞢꞤꞦꞨꞪꞫꞬꞭꞮꞰꞱꞲꞳꞴꞶꞸꞺꞼꞾꟀꟂꟄꟅꟆꟇꟉꟋꟌ꟎Ꟑ꟒꟔ꟖꟘꟚꟜꟵ', 'abcdefghijklmnopqrstuvwxyzæðøþđħłŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆⴀⴁⴂⴃⴄⴅⴆⴇⴈⴉⴊⴋⴌⴍⴎⴏⴐⴑⴒⴓⴔⴕⴖⴗⴘⴙⴚⴛⴜⴝⴞⴟⴠⴡⴢⴣⴤⴥⴧⴭꭰꭱꭲꭳꭴꭵꭶꭷꭸꭹꭺꭻꭼꭽꭾꭿꮀꮁꮂꮃꮄꮅꮆꮇꮈꮉꮊꮋꮌꮍꮎꮏꮐꮑꮒꮓꮔꮕꮖꮗꮘꮙꮚꮛꮜꮝꮞꮟꮠꮡꮢꮣꮤꮥꮦꮧꮨꮩꮪꮫꮬꮭꮮꮯꮰꮱꮲꮳꮴꮵꮶꮷꮸꮹꮺꮻꮼꮽꮾꮿᏸᏹᏺᏻᏼᏽᲊაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿßỻỽỿⅎↄⰰⰱⰲⰳⰴⰵⰶⰷⰸⰹⰺⰻⰼⰽⰾⰿⱀⱁⱂⱃⱄⱅⱆⱇⱈⱉⱊⱋⱌⱍⱎⱏⱐⱑⱒⱓⱔⱕⱖⱗⱘⱙⱚⱛⱜⱝⱞⱟⱡɫᵽɽⱨⱪⱬɑɱɐɒⱳⱶȿɀⲁⲃⲅⲇⲉⲋⲍⲏⲑⲓⲕⲗⲙⲛⲝⲟⲡⲣⲥⲧⲩⲫⲭⲯⲱⲳⲵⲷⲹⲻⲽⲿⳁⳃⳅⳇⳉⳋⳍⳏⳑⳓⳕⳗⳙⳛⳝⳟⳡⳣⳬⳮⳳꙁꙃꙅꙇꙉꙋꙍꙏꙑꙓꙕꙗꙙꙛꙝꙟꙡꙣꙥꙧꙩꙫꙭꚁꚃꚅꚇꚉꚋꚍꚏꚑꚓꚕꚗꚙꚛꜣꜥꜧꜩꜫꜭꜯꜳꜵꜷꜹꜻꜽꜿꝁꝃꝅꝇꝉꝋꝍꝏꝑꝓꝕꝗꝙꝛꝝꝟꝡꝣꝥꝧꝩꝫꝭꝯꝺꝼᵹꝿꞁꞃꞅꞇꞌɥꞑꞓꞗꞙꞛꞝꞟꞡꞣꞥꞧꞩɦɜɡɬɪʞʇʝꭓꞵꞷꞹꞻꞽꞿꟁꟃꞔʂᶎꟈꟊɤꟍ꟏ꟑꟓꟕꟗꟙꟛƛꟶ') ELSE plain END,
		'ςøđðłħŧıŋ', 'σoddlhtin'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
		'([\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f])', ' \1 ', 'g'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00ac\u00ae-\u00b4\u00b6\u00b8-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b9-\u02ff\u0375\u037e\u0387\u055a-\u055f\u0589-\u058a\u05be\u05c0\u05c3\u05c6\u05f3-\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964-\u0965\u1680\u2000-\u200a\u2010-\u2029\u202f-\u205f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d\u30a0\u30fb\ue000-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f\uff5f-\uff65\ufff9-\ufffd\U0001f000-\U0001faff]+', ' ', 'g'))
	FROM (SELECT lower(regexp_replace(normalize($1, NFKD), '[\u00ad\u00b7\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3099-\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+', '', 'g')) AS plain) t
$$;
--> statement-breakpoint
-- The configuration of a language; 'simple' for those that PostgreSQL 15 has none for.
CREATE FUNCTION "public"."search_config"(text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE $1
		WHEN 'da' THEN 'pg_catalog.danish'::regconfig
		WHEN 'de' THEN 'pg_catalog.german'::regconfig
		WHEN 'el' THEN 'pg_catalog.greek'::regconfig
		WHEN 'en' THEN 'pg_catalog.english'::regconfig
		WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
		WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
		WHEN 'fr' THEN 'pg_catalog.french'::regconfig
		WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
		WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
		WHEN 'it' THEN 'pg_catalog.italian'::regconfig
		WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
		WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
		WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
		WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
		WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
		WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
		WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
		WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
		WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
		WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
		WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
		WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
		WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
		WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
		WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
		WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
		ELSE 'pg_catalog.simple'::regconfig END
$$;
--> statement-breakpoint
-- Every word of a text once, and its stem after the code of the language, as in fr=ecol: the stem of a search in one
-- language must not be found as a word of another. Longer "words" are no words, and an index entry has its limit.
CREATE FUNCTION "public"."search_lexemes"(language text, "text" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT array(
		SELECT word FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.simple'::regconfig, form))) word WHERE length(word) <= 100
		UNION ALL
		SELECT CASE WHEN language IN ('nb', 'nn') THEN 'no' ELSE language END || '=' || stem
			FROM unnest(tsvector_to_array(to_tsvector(public.search_config(language), form))) stem
			WHERE length(stem) <= 100 AND public.search_config(language) <> 'pg_catalog.simple'::regconfig)
	FROM (SELECT public.search_form("text") AS form) f
$$;
--> statement-breakpoint
-- The words of the short texts with weights: a hit in the title counts more than one in a name, and that more than one in
-- the summary.
CREATE FUNCTION "public"."search_weighted"(language text, title text, names text, summary text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(string_agg('''' || word || ''':' || weight, ' '), '')::tsvector FROM (
		SELECT unnest(public.search_lexemes(language, title)) AS word, '1A' AS weight
		UNION ALL SELECT unnest(public.search_lexemes('', names)), '2B'
		UNION ALL SELECT unnest(public.search_lexemes(language, left(summary, 2000))), '3C') w
$$;
--> statement-breakpoint
CREATE FUNCTION "public"."library_facets"(kind text, country text, field text, licence text, languages text[], topics text[], groups text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT array['kind:' || kind, 'country:' || country, 'field:' || field, 'licence:' || licence]
		|| array(SELECT DISTINCT 'language:' || x FROM unnest(languages) x)
		|| array(SELECT DISTINCT 'topic:' || x FROM unnest(topics) x)
		|| array(SELECT DISTINCT 'targetGroup:' || x FROM unnest(groups) x)
$$;
--> statement-breakpoint
-- What is looked up for each word of a search: words that begin with it, when it is long enough, and its stem in every
-- language, because nobody says in which language they search. A word is common when it is a stop word of some language.
CREATE FUNCTION "public"."search_terms"(words text[]) RETURNS TABLE (word text, query tsquery, terms text[], common boolean)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT w.word,
		('(''' || w.word || CASE WHEN length(w.word) > 2 OR octet_length(w.word) > length(w.word) AND length(w.word) > 1 THEN ''':*' ELSE '''' END
			|| coalesce(' | ' || stems.listed, '') || ')')::tsquery,
		array[w.word] || coalesce(stems.terms, '{}'), stems.common
	FROM (SELECT x AS word, min(n) AS place FROM unnest(words) WITH ORDINALITY AS u (x, n) GROUP BY x) w
	CROSS JOIN LATERAL (
		SELECT string_agg('''' || d.language || '=' || d.stem[1] || '''', ' | ') FILTER (WHERE d.stem[1] <> w.word) AS listed,
			array_agg(d.language || '=' || d.stem[1]) FILTER (WHERE d.stem[1] <> w.word) AS terms,
			coalesce(bool_or(d.stem = '{}'), false) AS common
		FROM (VALUES
			('da', ts_lexize('pg_catalog.danish_stem'::regdictionary, w.word)),
			('de', ts_lexize('pg_catalog.german_stem'::regdictionary, w.word)),
			('el', ts_lexize('pg_catalog.greek_stem'::regdictionary, w.word)),
			('en', ts_lexize('pg_catalog.english_stem'::regdictionary, w.word)),
			('es', ts_lexize('pg_catalog.spanish_stem'::regdictionary, w.word)),
			('fi', ts_lexize('pg_catalog.finnish_stem'::regdictionary, w.word)),
			('fr', ts_lexize('pg_catalog.french_stem'::regdictionary, w.word)),
			('ga', ts_lexize('pg_catalog.irish_stem'::regdictionary, w.word)),
			('hu', ts_lexize('pg_catalog.hungarian_stem'::regdictionary, w.word)),
			('it', ts_lexize('pg_catalog.italian_stem'::regdictionary, w.word)),
			('lt', ts_lexize('pg_catalog.lithuanian_stem'::regdictionary, w.word)),
			('nl', ts_lexize('pg_catalog.dutch_stem'::regdictionary, w.word)),
			('pt', ts_lexize('pg_catalog.portuguese_stem'::regdictionary, w.word)),
			('ro', ts_lexize('pg_catalog.romanian_stem'::regdictionary, w.word)),
			('sv', ts_lexize('pg_catalog.swedish_stem'::regdictionary, w.word)),
			('no', ts_lexize('pg_catalog.norwegian_stem'::regdictionary, w.word)),
			('sr', ts_lexize('pg_catalog.serbian_stem'::regdictionary, w.word)),
			('tr', ts_lexize('pg_catalog.turkish_stem'::regdictionary, w.word)),
			('hy', ts_lexize('pg_catalog.armenian_stem'::regdictionary, w.word)),
			('ru', ts_lexize('pg_catalog.russian_stem'::regdictionary, w.word)),
			('ar', ts_lexize('pg_catalog.arabic_stem'::regdictionary, w.word)),
			('ca', ts_lexize('pg_catalog.catalan_stem'::regdictionary, w.word)),
			('eu', ts_lexize('pg_catalog.basque_stem'::regdictionary, w.word)),
			('hi', ts_lexize('pg_catalog.hindi_stem'::regdictionary, w.word))
		) d (language, stem)
	) stems
	ORDER BY w.place
$$;
--> statement-breakpoint
CREATE TABLE "library_items" (
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"country" text NOT NULL,
	"field" text NOT NULL,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"target_groups" text[] DEFAULT '{}'::text[] NOT NULL,
	"licence" text NOT NULL,
	"organisation" text NOT NULL,
	"names" text NOT NULL,
	"acronym" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"facets" text[] GENERATED ALWAYS AS (public.library_facets(kind, country, field, licence, languages, topics, target_groups)) STORED NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(public.search_lexemes(language, title || ' ' || summary || ' ' || body) || public.search_lexemes('', names))) STORED NOT NULL,
	"weighted" "tsvector" GENERATED ALWAYS AS (public.search_weighted(language, title, names, summary)) STORED NOT NULL,
	CONSTRAINT "library_items_kind_subject_id_pk" PRIMARY KEY("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "library_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "library_items" ADD CONSTRAINT "library_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_items_search" ON "library_items" USING gin ("words","facets") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "library_items_newest" ON "library_items" USING btree ("published_at","subject_id");--> statement-breakpoint
CREATE INDEX "library_items_kind" ON "library_items" USING btree ("kind","published_at","subject_id");--> statement-breakpoint
CREATE INDEX "library_items_project" ON "library_items" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "library_words_trgm" ON "library_words" USING gin (latin_letters("word") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "practices_organisation" ON "practices" USING btree ("organisation_id");
--> statement-breakpoint
-- Databases of earlier releases: every published practice gets its row.
INSERT INTO "library_items" ("kind", "subject_id", "project_id", "slug", "title", "summary", "body", "language", "languages", "country",
	"field", "licence", "organisation", "names", "acronym", "published_at")
SELECT 'practice', p."id", p."project_id", p."slug", p."title", p."need",
	concat_ws(E'\n\n', p."done", p."changed", p."takes", p."target_group"), p."language",
	array(SELECT DISTINCT x FROM unnest(p."language" || p."languages") x WHERE x <> ''), o."country", p."field", p."licence", o."legal_name",
	concat_ws(' ', o."legal_name", o."short_name", o."city", r."acronym", r."title"), r."acronym", p."published_at"
FROM "practices" p JOIN "organisations" o ON o."id" = p."organisation_id" JOIN "projects" r ON r."id" = p."project_id"
WHERE p."status" = 'published' AND p."published_at" IS NOT NULL;
--> statement-breakpoint
INSERT INTO "library_words" ("word")
SELECT DISTINCT word FROM "library_items" i,
	unnest(public.search_lexemes('', i."title" || ' ' || i."summary" || ' ' || i."body" || ' ' || i."names")) AS word
WHERE length(word) BETWEEN 4 AND 40;
