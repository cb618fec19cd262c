"""The words that tie parties to one another, and those that only seem to.

Patterns over party lines, in which every party is one sign.
"""

import re

from yinfeng.facts.partnerships.party_lines import ANY, FIRM, SCHOOL, SEAT, VILLAGE, WORK
from yinfeng.lexicon.leading import led

_PAPER = (
    r"(?:签订|签署|签下|签了|签约|达成|订立|续签|互签|换签|签)了?[^,，。;；]{0,28}?"
    r"(?:协议|合同|备忘录|协定|契约|订单|合作(?!意向)|共识)"
)
_BOND = (
    r"(?:开展|进行|建立|深化|加强|达成|形成|保持|建起|构建|结成)[^,，。;；]{0,18}?"
    r"(?:合作(?!意向)|伙伴关系|协作|关系|联盟|联动机制|合作机制)"
)
_WORK = (
    r"(?:发起|打造|建设|建立|成立|组建|共建|创办|办起|办了|办|建起|运营|经营|种植|养殖|生产"
    r"|推出|设立"
    r"|发展|培育|培养|开展|实施|开办|开设)"
)
TIE = re.compile(
    led(
        rf"{_PAPER}|{_BOND}|(?:成立|组建|组成)[^,，。;；]{{0,12}}?联盟|结对|联建|合建|结成|结了?对子|攀[上了]?亲|结为|结了?亲|抱团|缔结|牵手"
        rf"|牵上手|携手"
        rf"|联手(?=[^,，。]{{0,4}}{_WORK})|强强联[手合]|共建(?!共治|共享共)|共办|共育|合股|合资|入股|参股"
        rf"|产学研|战略合作|校企合作|村企合作|(?:合作|联合|共同){_WORK}|(?:联合|合作"
        rf"|共同)(?:研发|攻关|开发(?!房地产|区|建设))|合作“|共同组成"
        r"|(?:共同|现场|集中|正式|成功|当场)?签约(?!率|面积|企业|项目|客商|户|仪式)|定向供应"
        r"|(?:长期|稳定|定点)?(?:供货|采购|供应)|保底收购|订单(?:种植|生产|农业)"
        r"|合作(?:伙伴|关系)|合作(?=[,，。;；]|$)"
    )
)
NO_TIE = re.compile(
    r"合作开发|合[资股](?:的|兴|建|办)|就[^,，。;；]{2,24}?项目[^,，。;；]{0,8}?签[^,，。;；产学研]{0,6}(?:备忘录|框架协议)|共同(?:投资|改建|出资|开发|承建|见证|参加|出席|主办|举办|奋斗|努力|富裕)"
    r"|合作建设|投资(?:协议|合同|意向|框架)|入[园驻][^,，]{0,4}协议"
    r"|租赁|收储|征地|股权|出让|引资协议|搬迁|腾退|征收|征迁|拆迁|补偿|框架协议书?投资|意向"
    r"|洽谈|商谈"
    r"|对接商谈|达成(?:初步)?共识|达成意向|贷款|担保|融资租赁"
    r"|供应链|采购商|供应商"
)
BARE_SIGNING = re.compile(
    led(r"(?:共同|现场|集中|正式|成功|当场)?签约|签[^,，。]{0,8}?(?<!战略)(?:框架)协议")
)
# 分别与开发区签约铝材项目和电池项目: what is signed are projects.
A_PROJECT = re.compile(r"了?[^,，。;；]{2,40}?项目")
TOGETHER = re.compile(
    r"三方|双方|两家|签约|牵手|携手|联手|共同|[,，](?:并)?(?:[就签达建与共]|在[^,，。;；]{2,16}?(?:方面|领域)|未来|将|合作"
    r"|联合)|结对"
)
UNREAL = re.compile(
    r"拟与|计划与|希望与|争取与|邀请|寻求与|加强与|鼓励|要与|力争与|可与|如何|拟和|计划和"
    r"|能否|谋求|探索与|支持[^,，]{0,6}$|争取|期待"
    r"|引导|推动有关|下一步"
)
# 希望各企业把目光聚焦云泽,与云泽开展合作: a wish told a clause before.
_HOPED = re.compile(r"(?:希望|期待|盼望|欢迎)[^。;；]*[,，][^。;；,，]{0,4}$")
# 500万元的投资合作框架协议 is one investment, and no lasting tie.
DEAL = re.compile(
    r"年产\d|(?:规划)?占地\d"
    r"|(?:总投资|投资额)?(?:约|超|近)?\d[\d.]*[十百千]?[万亿]?(?:美|欧|港)?元的"
)
OTHERS = re.compile(rf"(?<![在于]){ANY}")
_GAP = (
    rf"(?:(?!打造|建设|共建|成立|组建|建立|签|改造|研发|投资|收储"
    rf"|迁)[^,，。;；:：、{FIRM}-{WORK}])"
)
RUN = re.compile(
    led(
        rf"(?P<with>(?:与|和|同|跟|携手|联合|联手|牵手)[^,，。;；:：{FIRM}-{WORK}]{{0,12}}?)?"
        rf"(?P<run>{ANY}(?:(?:等[^,，。与和{FIRM}-{WORK}]{{0,10}})?{_GAP}{{0,10}}?"
        rf"(?:[、与和同及跟]|以及|携手|联合|牵手|联手){_GAP}{{0,10}}?{ANY})*)"
    )
)
JOINT = re.compile(r"[与和同及跟]|携手|联合|牵手|联手")
ALL_OF = re.compile(r"等?[两三四五六](?:镇|乡|方|家|地|村|校|县|区|个)")
LAND = re.compile(
    rf"(?P<giver>{VILLAGE})(?:还|又|也|已)*(?:把|将)(?P<what>[^,，。;；]{{2,24}}?)"
    rf"(?:流转给|租给|出租给|承包给|委托给|交给|交由|托管给"
    rf"|入股到?)[^,，。;；{FIRM}-{WORK}]{{0,6}}(?P<taker>{FIRM})(?P<use>[^,，。;；]{{0,20}})"
)
SHARES = re.compile(
    rf"(?P<giver>{VILLAGE})(?:还|又|也|已)*(?:以|用|把"
    rf"|将)(?P<what>[^,，。;；]{{2,20}}?)(?:折价|作价)?入股到?(?P<taker>{FIRM})"
)
SUPPLIES = re.compile(
    rf"(?P<a>[{FIRM}{VILLAGE}])(?:还|已|长期|每年|常年|独家|一直)*(?:为|向"
    rf"|给)(?P<b>{FIRM})(?P<what>(?:长期|定点|独家|稳定|每年|提供)*"
    r"(?:供应|供货|配套)[^,，。;；]{0,20})(?=[^。]{0,20}(?:合同|协议|长单|订单|长期|多年))"
    rf"|(?P<a2>[{FIRM}{VILLAGE}])(?:已|又|还)*(?:成为|作为|成了|是|列为|入选)了?(?P<b2>{FIRM}(?:[、和与]{FIRM})*)"
    rf"(?:等?[^,，。;；{FIRM}-{WORK}]{{0,10}}?)?的?"
    r"(?P<what2>(?:定点|长期|一级|核心|指定|战略|原料|蔬菜|专用)+(?:供应|采购|种植|养殖"
    r"|原料|配套)*(?:商|基地)|配套(?:企业|商|厂)|"
    rf"{WORK}(?=[,，。;；]|$))"
)
BASE = re.compile(
    rf"(?P<firm>{FIRM})(?:还|又|也|就|先后)*在(?P<village>{VILLAGE})(?P<what>(?:建立|建设"
    rf"|建起|建成|流转|发展)了?[^,，。;；]{{2,24}}?基地)"
    r"(?=[^。]{0,30}(?:订单|保底|入股|分红|收购协议|合同|协议))"
)
PAIRS = re.compile(rf"{ANY}[与和同]{ANY}(?:[、,，及和]{ANY}[与和同]{ANY})+")
EACH = re.compile(
    rf"(?P<a>{ANY}(?:[、和]{ANY})+)[^,，。{FIRM}-{WORK}]{{0,6}}分别[与和同](?P<b>{ANY}(?:[、"
    rf"和]{ANY})+)"
)
HAND_IN_HAND = re.compile(rf"{ANY}[^,，。]{{0,6}}?(?:牵手|携手){ANY}$")
WITH_WORK = re.compile(rf"(?:共同|一起|合力|抱团)?{_WORK}")
HELPS = re.compile(
    rf"(?P<a>{ANY})(?:还|又|也|已|由)?(?:定点|对口|结对|挂钩)(?:帮扶|支援|帮促|联系|协作"
    rf"|共建|援建)?(?:的)?(?P<b>(?:{ANY}、?)+)"
)
# A firm takes a village up: 某公司认领某村, 某村联姻某公司.
TAKES_UP = re.compile(
    rf"(?P<firm>{FIRM})(?:还|又|也|已|则|负责|主动)*(?:连续[^,，。]{{1,4}}年?|多年|常年)?(?:认领|包联|包扶|包帮|帮扶|联系|联姻|领办)了?(?P<village>(?:{VILLAGE}、?)+)"
    rf"|(?P<village2>{VILLAGE})(?:还|又|也|已|则|主动)*(?:联姻|攀亲|攀上|搭上|牵上)了?(?P<firm2>{FIRM})"
)
# The tie told from behind: 和某村结对的是某公司; 与某公司结对以来,某村….
PAIRED_WITH = re.compile(
    rf"[与和同跟](?P<a>[{FIRM}{VILLAGE}{SCHOOL}])(?:签约)?(?:结对|牵手|结亲)(?:帮扶|共建)?"
    rf"(?:的[^,，。{FIRM}-{WORK}]{{0,4}}(?:是|为)|(?:以来|之?后)[,，])(?P<b>[{FIRM}{VILLAGE}{SCHOOL}])"
)
# A firm or office told to be the partner of a village: 某银行是某村结对共建的单位.
PAIRED_AS = re.compile(
    rf"(?P<a>{ANY})(?:还|又|也)?(?:是|为|作为)(?P<b>{ANY})的?(?:“[^”]{{2,8}}”)?"
    r"(?:结对|挂钩|帮扶|联建|共建|联系)+[^,，。;；]{0,12}?(?:单位|企业|公司|村|伙伴)"
)
TURNED = re.compile(r"(?:帮扶|共建)?(?:以来|以后|之?后[,，]|的[^,，。;；]{0,4}(?:是|为))")
LEANS_ON = re.compile(
    rf"(?P<firm>[{FIRM}{SEAT}{VILLAGE}])(?:还|又|也|已|先后)*依托(?P<school>{SCHOOL})[,，]?"
    rf"(?P<what>(?:设立|成立|建立|建成|建设|组建|共建|合作|建)了?[^,，。;；]{{1,24}})"
)
ALWAYS_SUPPLIES = re.compile(
    rf"(?P<a>[{FIRM}{VILLAGE}])(?:还|已|也)*(?:常年|长期|多年来?|一直)为(?P<b>{FIRM}(?:[、和]{FIRM})*)"
    r"(?:等[^,，。;；]{0,8}?)?(?P<what>(?:定点|独家|提供|稳定)*(?:供应(?!链)|供货|配套)[^,，。;；]{0,20})"
)
IN_ITS_CHAIN = re.compile(
    rf"(?P<a>{FIRM})(?:还|已|也|成功|顺利|今年|去年)*(?:加入|进入|融入|跻身|打入)了?(?P<b>{FIRM}(?:[、和]{FIRM})*)"
    r"(?:等[^,，。;；]{0,8}?)?的?(?:全球|核心)?(?:供应链|供应商(?:体系|名录|名单)|配套体系)"
)
# One takes the other along to found something: 某公司联合某大学|成立研究院.
TAKEN_ALONG = re.compile(r"(?:联合|携手|联手)[^、与和及]*$")
FOUNDS = re.compile(
    r"(?:共同|一起|合力)?(?:发起|打造|建设|建立|成立|组建|创办|设立|研发|攻关|培育)"
)
# The same party's next tie: 某县与商会签订协议|,与大学共建研究院.
NEXT_TIE = re.compile(
    rf"[,，](?:并|还|又|同时|也)*(?:与|和|同|携手)[^,，。;；{FIRM}-{WORK}]{{0,10}}{ANY}[^,，。;；]{{0,12}}?"
    r"(?:签[订署约下]|共建|结对|结为|建立|达成)"
)
# A town that signs with a firm what the firm will then invest has won a project, no partner.
WINS = re.compile(
    r"签[订署下了约]*(?![^,，。;；]{0,20}(?:战略|合作|共建|产学研|校企|结对))[^,，。;；]{0,24}[,，](?:计划|拟|预计|项目|将)*总?投资[约近超]?\d"
)
PAIRED_FIRM = re.compile(rf"结对(?:帮扶|共建)?(?:的|企业|单位|公司)(?P<firm>{FIRM})")
WORKSHOP = re.compile(
    rf"在(?P<village>{VILLAGE})[,，]?(?P<firm>{FIRM})(?:还|又|也|就|把|将)*[^。;；]{{0,20}}?"
    r"(?P<what>(?:建起|改成|办起|设立|设|建设|开办|办|建|改造成)了?[^,，。;；]{0,10}?(?:车间"
    r"|工坊|加工点|收购点|分拣中心|扶贫车间))"
    rf"|(?P<firm2>{FIRM})(?:还|又|也|就)*在(?P<village2>{VILLAGE})(?P<what2>(?:建起|办起"
    rf"|设立|开办|建|设)了?[^,，。;；]{{0,10}}?(?:车间|工坊|加工点|收购点))"
)
STATION = re.compile(
    rf"(?P<school>{SCHOOL})在(?P<seat>[{FIRM}-{WORK}])(?:正式|揭牌|挂牌|共同)*(?:设立|成立"
    rf"|建立|建成|挂牌|共建|建)了?"
    r"(?P<what>[^,，。;；]{2,24}?(?:基地|工作站|实验室|研究院|研究中心|中心|站))"
)
RUNS_IT = re.compile(
    rf"(?P<seat>[{SEAT}{VILLAGE}])(?:还|又|已|先后|通过|成功)*(?:引进|引入|聘请|委托"
    rf"|引来)了?[^,，。;；{FIRM}-{WORK}]{{0,8}}(?P<firm>{FIRM})"
    r"(?P<what>[,，]?(?:负责|进行|开展|整村|统一|专业化|合作|参与|共同)*(?:运营|托管|代管"
    r"|经营管理)[^,，。;；]{0,16})"
)
HIRES = re.compile(
    rf"(?P<seat>[{SEAT}{VILLAGE}{FIRM}])(?:还|又|已|先后|专门)*(?:聘请|邀请)了?(?P<school>{SCHOOL})"
    r"(?:专家|教授|团队)?(?P<what>(?:为|作为|担任|作)?技术依托[^。;；]{0,30}|[,，]?(?:合作)?共建[^,，。;；]{2,24})"
)
AGREED_TO_BUY = re.compile(
    rf"(?:商定|约定|议定|明确|谈妥)[,，]?(?:今后|今年起|每年)?由(?P<a>{FIRM})"
    r"(?P<what>(?:定向|定点|长期|保底|统一|常年|优先)*(?:采购|收购|包销|订购|代销|销售)"
    rf"(?P<b>[{SEAT}{VILLAGE}])的?[^,，。;；]{{2,24}})"
)
WITH_IT = re.compile(
    r"[与和同](?:该|这家)?(?:企业|公司)(?:就[^,，。;；]{2,20}?)?"
    r"(?P<tie>(?:签订|签署|签下|达成|建立)[^,，。;；]{0,20}?(?:合作|产学研|技术)[^,，。;；]{0,8}?(?:协议|合同|关系))"
)
# Those who set out and those whom they call on are not tied among themselves: 某村、某村书记赴….
# Who speaks of working together or sits in the room ties nobody by it.
ON_THE_WAY = re.compile(
    rf"(?:赴|前往|来到|走进|深入|到){ANY}|(?:负责人|负责同志|干部|人员|一行)(?:赴|前往|到)[一-龥]{{2,8}}$|(?:党[委组支总]|书记|长)?(?:表示|介绍|指出|强调|认为|出席|参加|致辞|主持)"
)
# The firms of a list that all sign with one whom no name tells: 甲、乙等4家企业与外地专家签约.
WITH_UNNAMED = re.compile(r"等\d+[家个名][^,，]{0,6}[与和同](?![^,，]{0,2}$)")
# Who went to another signed with it, or only talked of working together.
GONE_TO = re.compile(r"(?:赴|前往)$")
SIGNS = re.compile(r"签|续签|互签|换签|达成|结|缔")
# 全镇有16个村|与企业结对: those who are tied are only counted.
ONLY_COUNTED = re.compile(r"(?<![等\d])\d+(?:余|多)?[个家名][一-龥]{0,6}[与和同跟]")
PAIRING = re.compile(r"结对|村企|企村|联村|兴村|万企|百企|千企|共建")
GIVES = re.compile(
    rf"(?P<firm>{FIRM})(?:还|又|也|已|先后|累计)*(?:捐资|出资|投入|投资|捐赠|捐款|筹资|为)"
    rf"[^。;；{FIRM}-{WORK}]{{0,20}}?(?P<village>{VILLAGE})"
    r"(?P<what>(?:建设|修建|硬化|改造|安装|修|建|打|铺设|新建|购置)[^,，。;；]{2,20})"
)
# Two that only 、 joins sign together where the paper is one of working together.
JOINT_PAPER = re.compile(
    r"签[订署下了][^,，。;；]{0,12}?(?:合作|共建|结对|友好)[^,，。;；]{0,8}?(?:协议|备忘录)"
)
NOTHING = re.compile("")
BOTH = re.compile(
    r"(?:双方|三方|两地|两家|校地双方|村企双方)(?:党组织|党支部|单位|代表)?(?:在[^。;；]{2,30}?(?:基础上|见证下)[,，])?(?:现场|正式|共同|还|将|当场|当天|并|已经|已|又)*"
    r"(?P<tie>签订|签署|达成|缔结|结为|建立|签了?|结成|共建|合作)"
)
_NEAR = 40


def is_of_projects(between: str, verb: str) -> bool:
    """Whether what a bare signing tells of are projects: A、B等重大项目|成功签约."""
    return "项目" in between and BARE_SIGNING.fullmatch(verb) is not None


def is_hoped(says: str, at: int) -> bool:
    """Whether a tie that begins at *at* is only wished for."""
    return _HOPED.search(says, max(0, at - _NEAR), at) is not None
