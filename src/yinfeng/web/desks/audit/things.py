"""What the trail calls those things of the house that bear no Chinese name of their own."""

import re

_SAID = """
people.oldpassword 旧密码 | work.task 后台任务 | work.slot 定时任务 | work.worker 后台程序
search.passage 检索段落 | notices.notice 通知 | notices.wish 提醒设置 | notices.robot 群机器人
notices.posting 群消息 | lists.batch 导入批次 | lists.batchline 导入的行
lists.customfield 自定义字段 | lists.savedfilter 保存的筛选 | lists.chosencolumns 选择的列
lists.note 备注 | lists.noteplace 备注所在 | store.arrival 来件批次 | store.upload 来件
store.document 材料 | store.problem 读取问题 | store.reading 读取结果 | store.fact 事实
store.entry 记载 | store.decision 核实结论 | store.sameness 同一判定 | leads.leadname 线索别名
leads.loss 线索流失 | leads.conversion 线索转项目 | leads.claim 首报 | leads.clash 撞单
leads.officerule 线索规则 | leads.clock 线索时限 | leads.dispatch 线索交办
leads.statement 线索情况 | leads.telling 线索说法 | leads.leadfact 线索材料
leads.gradechange 级别变化 | leads.hearing 线索收到的材料 | outreach.ownrules 招商口径
projects.projectname 项目别名 | projects.statement 项目情况 | projects.telling 项目说法
projects.choice 选定的说法 | projects.projectfact 项目材料 | projects.passage 过节点记录
projects.proof 节点证据 | projects.review 节点复核 | projects.correction 节点更正
projects.seat 岗位 | projects.visit 领导走访 | projects.projectrule 项目口径
projects.ending 流失或终止 | projects.handover 项目移交 | projects.enclave 飞地分成
projects.joining 项目合并拆分 | agreements.fairreview 公平竞争审查 | agreements.promise 协议义务
agreements.promisecheck 义务核对 | agreements.happening 起算事件 | agreements.draft 协议草案
agreements.draftscreening 草案审查 | agreements.clauseanswer 条款处理意见
agreements.reviewpaper 评审材料 | agreements.member 评审人 | agreements.scoresheet 评分表
agreements.vetocheck 否决项核对 | agreements.agreementrule 协议口径 | delivery.attachment 附件
delivery.turn 亮灯变化 | delivery.call 催办 | delivery.reply 催办答复 | delivery.pack 例会材料
delivery.minutestemplate 纪要模板 | delivery.photoplate 照片底片 | delivery.problemcall 问题催办
delivery.problemstep 问题办理记录 | delivery.deliveryrule 推进口径
delivery.sheettemplate 上级表样 | delivery.filledsheet 填好的表 | counts.countingrule 统计口径
counts.recognition 计数认定 | land.drawing 图形文件 | land.drawnshape 图形
land.landrule 载体口径 | land.touch 管控区涉及 | land.touchend 涉及解除
standard.joinedplot 合并的宗地 | standard.indicatorset 控制指标 | standard.finding 核查结果
standard.verdict 核查结论 | standard.penaltyentry 违约金明细 | standard.standardrule 标准地口径
siting.run 统筹落位 | siting.runresult 落位结果 | siting.sitingrule 落位口径
renewal.approval 补偿审批 | renewal.ruling 补偿裁定 | renewal.payment 补偿支付
renewal.gateproof 阶段证据 | renewal.confirmation 阶段确认 | renewal.blockfact 腾退材料
renewal.renewalrule 腾退口径 | tenancy.receipt 租金收缴 | tenancy.tenancyrule 租赁口径
reports.template 报表模板 | reports.issue 报表 | reports.issuefile 报表文件
library.telling 材料说法 | library.reprint 转载
"""
THINGS = dict(pair.split(maxsplit=1) for pair in re.split(r" \| |\n", _SAID.strip()))
