"""Names of cities that rules cannot choose: those that are words, and those that GeoNames has not in the way Taiwan writes."""

from drafting.grounding.script import plain

SHORT = frozenset(
    plain(
        "孟買 德里 河內 吉達 清奈 金奈 仰光 泗水 基輔 基多 萬隆 棉蘭 巨港 茂物 日惹 安汶 德班 麥加 費城 順化 峴港 芽莊 米蘭 都靈 喀山 索契"
        " 新山 怡保 關丹 亞庇 麻坡 詩巫 巴生 里昂 馬賽 尼斯 南特 里爾 第戎 科隆 埃森 波恩 亞琛 利茲 牛津 劍橋 約克 根特 魯汶 列日 海牙 萊頓"
        " 洛桑 伯恩 林茨 比薩 坦帕 長灘 爾灣 清邁 合艾 伯力 坎昆 裕廊"
        " 鎌倉 別府 釧路 帶廣 小樽 甲府 沼津 鳥取 尾道 下關 伊勢 宇治 沖繩 弘前 今治 熱海"
    ).split()
)
"""Names of two characters that are looked for beside the great cities of Japan and Korea, and however small the city is."""
NOT = frozenset(
    plain(
        "大分 相原 足立 本町 江東 湖東 川口 市川 西宮 柏市 福山 明石 大津 中野 一宮 北區 四日 市原 津市 八尾 港區 草加 大和 松本 文京 太田 荒川"
        " 吳市 呉市 台東 流山 豐田 豊田 府中 富士 茨木 保谷 田無 上尾 墨田 天安 全州 安山 華城 世宗 梁山 光明 原州 晉州 益山 麗水 群山 金泉 烏山 忠州"
        " 安東 楊州 慶山 大東 松原 小松 三鄉 大崎 中央 城南 太平 新港 漢堡 古龍 大數 三城"
        " 擴展區 三角洲 大學城 天堂市 和平港 自由市 獨立城 大草原城 日落公園 大山腳 北岸市 滑鐵盧 三河市 紅鹿市 八千代 千橡市 上西城 東方市 環球市 戴利城"
        " 麥迪遜 傑克遜 蒙哥馬利 愛迪生 伊莉莎白 伊麗莎白 亨德森 吉爾伯特 錢德勒 蘭開斯特 麥金尼 帕特森 漢普頓 斯坦福 弗拉基米爾 維多利亞 夏洛特 哥倫布 君士坦丁"
        " 達德利 布萊克本 米爾頓 桑托斯 羅薩里奧 阿靈頓 奧羅拉 萊克蘭 聖安娜 聖羅莎 曼斯菲爾德 彼得馬里茨堡 克拉克斯維爾 帕爾馬 薩爾瓦多 巴特曼 新金山 雷堡城"
        " 墨西哥城 泰勒市 列度洛埠 富勒頓 多多馬 貝爾維尤 格里利 羅德里格斯 聖佩德羅 埃弗里特 達文波特 布蘭登 斯坦利 洛厄爾 阿爾托納 新拉雷多 安順市 西寧市 江陵 山梨 我孫子 羅塞塔 好萊塢 荷里活"
    ).split()
)
"""Words, surnames, persons, firms, and districts: no sentence is stopped for these."""
ALSO = """
Busan / Pusan | 釜山
Gimhae | 金海
Incheon / Inchon | 仁川
Daegu / Taegu | 大邱
Daejeon / Taejon | 大田
Jeju / Jeju City / Cheju | 濟州 濟州島
Gyeongju | 慶州
Tokyo | 東京
Osaka | 大阪
Kobe | 神戶
Hyogo | 兵庫
Kanagawa | 神奈川
Aichi | 愛知
Hokkaido | 北海道
Saitama | 埼玉
Gunma | 群馬
Tochigi | 栃木
Shiga | 滋賀
Ehime | 愛媛
Shimane | 島根
Iwate | 岩手
Tokushima | 德島
Mito | 水戶
Okinawa | 沖繩
Karuizawa | 輕井澤
Shibuya | 澀谷
Kita-Kyushu / Kitakyushu | 北九州
Matsuyama / Songshan | 松山
Itabashi / Banqiao / Banciao | 板橋
Okayama / Gangshan | 岡山
Ho Chi Minh City / Ho Chi Minh / Saigon / Sài Gòn / Hồ Chí Minh | 胡志明市 西貢
Hanoi / Ha Noi / Hà Nội | 河內
Da Nang / Danang / Đà Nẵng | 峴港
Haiphong / Hai Phong / Hải Phòng | 海防市
Huế / Hue | 順化
Ðà Lạt / Dalat / Da Lat / Đà Lạt | 大叻
Vũng Tàu / Vung Tau | 頭頓
Chiang Mai / Chiangmai | 清邁
Chiang Rai | 清萊
Pattaya | 芭達雅 芭提雅
Phuket | 普吉島 布吉島
Siem Reap / Siemreap | 暹粒
George Town / Georgetown / Penang / Pinang | 檳城 喬治市 檳榔嶼
Malacca / Melaka | 馬六甲 麻六甲
Johor Bahru / Johor Baru / Xinshan | 新山 柔佛巴魯
Kota Kinabalu | 亞庇
Bali / Denpasar | 峇里島 巴厘島 巴里島 登巴薩
Yogyakarta / Jogjakarta | 日惹
Surabaya | 泗水
Cebu City / Cebu | 宿霧
Davao | 達沃 納卯
Baguio | 碧瑤市
Boracay | 長灘島
Yangon / Rangoon | 仰光
Mandalay | 曼德勒 瓦城
Mumbai / Bombay | 孟買
Delhi / New Delhi | 新德里
Chennai / Madras | 清奈 金奈 馬德拉斯
Kolkata / Calcutta | 加爾各答
Bengaluru / Bangalore | 邦加羅爾 班加羅爾
Hyderabad | 海德拉巴 海得拉巴
Ahmedabad / Ahmadabad | 艾哈邁達巴德 亞美達巴德
Islamabad | 伊斯蘭堡 伊斯蘭馬巴德
Lahore | 拉合爾
Kathmandu | 加德滿都
Abu Dhabi | 阿布達比 阿布扎比
Tel Aviv / Tel Aviv-Yafo | 特拉維夫
Ankara | 安卡拉
İzmir / Izmir | 伊茲密爾
Cape Town | 開普敦
Johannesburg | 約翰尼斯堡 約翰內斯堡
Abuja | 阿布加 阿布賈
Sydney | 雪梨 悉尼
Canberra | 坎培拉 堪培拉
Gold Coast | 黃金海岸
Cairns | 凱恩斯
Christchurch | 基督城
Wellington | 威靈頓 惠靈頓
Munich / München | 慕尼黑
Köln / Cologne | 科隆
Frankfurt am Main / Frankfurt | 法蘭克福
Düsseldorf / Dusseldorf | 杜塞道夫 杜塞爾多夫
Nuremberg / Nürnberg | 紐倫堡
Hannover / Hanover | 漢諾威
Dresden | 德勒斯登 德累斯頓
Stuttgart | 斯圖加特 司徒加特
Bremen | 不來梅 布萊梅
Freiburg / Freiburg im Breisgau | 弗萊堡 佛萊堡
Heidelberg | 海德堡
Karlsruhe | 卡爾斯魯厄 卡斯魯
Bonn | 波昂 波恩
Hamburg | 漢堡市
Vienna / Wien | 維也納
Salzburg | 薩爾斯堡 薩爾茲堡 薩爾茨堡
Geneva / Genève / Genf | 日內瓦
Basel / Basle / Bâle | 巴塞爾
Bern / Berne | 伯恩 伯爾尼
Lausanne | 洛桑
Lucerne / Luzern | 琉森 盧塞恩
Davos | 達沃斯
The Hague / Den Haag / 's-Gravenhage | 海牙
Rotterdam | 鹿特丹
Utrecht | 烏特勒支 烏得勒支
Eindhoven | 恩荷芬 埃因霍溫 安多芬
Maastricht | 馬斯垂克 馬斯特里赫特
Antwerp / Antwerpen / Anvers | 安特衛普
Gent / Ghent / Gand | 根特
Brugge / Bruges | 布魯日 布魯吉
Leuven / Louvain | 魯汶
Liège / Liege / Luik | 列日
Brussels / Bruxelles / Brussel | 布魯塞爾
Strasbourg / Strassburg / Straßburg | 史特拉斯堡 斯特拉斯堡
Lyon / Lyons | 里昂
Marseille / Marseilles | 馬賽
Nice | 尼斯
Cannes | 坎城 戛納
Toulouse | 土魯斯 圖盧茲
Bordeaux | 波爾多
Montpellier | 蒙佩利爾 蒙彼利埃
Grenoble | 格勒諾布爾 格勒諾勃
Milan / Milano | 米蘭
Turin / Torino | 都靈
Venice / Venezia | 威尼斯
Florence / Firenze | 佛羅倫斯 佛羅倫薩 翡冷翠
Naples / Napoli | 那不勒斯 拿坡里
Genoa / Genova | 熱那亞
Bologna | 波隆那 博洛尼亞
Verona | 維洛納 維羅納
Padua / Padova | 帕多瓦 帕度亞
Trieste | 的里雅斯特
Barcelona | 巴塞隆納 巴塞羅那 巴塞隆拿
Valencia | 瓦倫西亞 巴倫西亞
Sevilla / Seville | 塞維亞 塞維利亞
Bilbao | 畢爾包 畢爾巴鄂
Zaragoza / Saragossa | 薩拉戈薩
Granada | 格拉納達
Málaga / Malaga | 馬拉加
Porto / Oporto | 波爾圖
Copenhagen / København | 哥本哈根
Århus / Aarhus | 奧胡斯
Gothenburg / Göteborg | 哥特堡 哥德堡
Malmö / Malmo | 馬爾摩 馬爾默
Uppsala | 烏普薩拉
Bergen | 卑爾根
Tampere | 坦佩雷
Espoo | 埃斯波
Brno | 布爾諾
Kraków / Krakow / Cracow | 克拉科夫 克拉考
Gdańsk / Gdansk | 格但斯克
Wrocław / Wroclaw | 弗羅茨瓦夫 樂斯拉夫
Poznań / Poznan | 波茲南
Thessaloníki / Thessaloniki | 塞薩洛尼基 帖撒羅尼迦
Kyiv / Kiev | 基輔
Lviv | 利維夫 利沃夫
Kharkiv / Kharkov | 哈爾科夫 哈爾基夫
Odesa / Odessa | 敖德薩 奧德薩
Saint Petersburg / St. Petersburg / St Petersburg | 聖彼得堡
Birmingham | 伯明罕 伯明翰
Manchester | 曼徹斯特
Liverpool | 利物浦
Leeds | 里茲 利茲
Edinburgh | 愛丁堡
Glasgow | 格拉斯哥
Belfast | 貝爾法斯特
Cardiff | 卡地夫 加的夫
Bristol | 布里斯托
Sheffield | 雪菲爾 謝菲爾德
Newcastle upon Tyne / Newcastle | 紐卡斯爾
Oxford | 牛津
Cambridge | 劍橋
San Francisco | 舊金山 三藩市
San Diego | 聖地牙哥 聖迭戈
San Jose | 聖荷西
Seattle | 西雅圖
Boston | 波士頓
Philadelphia | 費城
Houston | 休士頓 休斯頓
Dallas | 達拉斯
Austin | 奧斯汀
Atlanta | 亞特蘭大
Miami | 邁阿密
Las Vegas | 拉斯維加斯
Pittsburgh | 匹茲堡
Minneapolis | 明尼阿波利斯 明尼亞波利斯
New Orleans | 紐奧良 新奧爾良
Nashville | 納許維爾 納什維爾
St. Louis / Saint Louis / St Louis | 聖路易
Washington / Washington, D.C. / Washington DC | 華盛頓特區 華府
Rhode Island | 羅德島
Sacramento | 沙加緬度 薩克拉門托
Tampa | 坦帕
Irvine | 爾灣
Montréal / Montreal | 蒙特婁 蒙特利爾
Québec / Quebec / Quebec City | 魁北克
Ottawa | 渥太華
Calgary | 卡加利 卡爾加里
São Paulo / Sao Paulo | 聖保羅
Rio de Janeiro | 里約熱內盧
Brasília / Brasilia | 巴西利亞
Buenos Aires | 布宜諾斯艾利斯
Guadalajara | 瓜達拉哈拉
Medellín / Medellin | 麥德林
Astana / Nur-Sultan | 阿斯塔納
"""
"""Names in Latin script, of which one is GeoNames' own, and Chinese names that Taiwan or others write."""
