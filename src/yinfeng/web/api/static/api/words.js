// The page that shows the interface is drawn by a library in English: its own words in Chinese.
// Without this script the page says the same in English.
"use strict";
(() => {
  const words = {
    "Authorize": "填写令牌", "Available authorizations": "可用的令牌", "Authorized": "已填写",
    "Logout": "清除", "Close": "关闭", "Value:": "令牌：", "Name": "名称", "Description": "说明",
    "Parameters": "参数", "No parameters": "没有参数", "Responses": "答复", "Response": "答复",
    "Try it out": "试一试", "Try it out ": "试一试", "Execute": "发送", "Cancel": "取消", "Clear": "清空", "Reset": "还原",
    "Request body": "请求内容", "Code": "状态码", "Details": "详情", "Links": "链接", "No links": "没有",
    "Media type": "内容类型", "Example Value": "例子", "Schema": "结构", "Schemas": "数据结构",
    "Server response": "服务器的答复", "Response body": "答复内容", "Response headers": "答复的头",
    "Request URL": "请求地址", "Curl": "命令", "Send empty value": "送空值", "Download": "下载",
    "Loading...": "正在载入…", "Servers": "服务器", "required": "必填", "* required": "＊必填",
    "Controls": "按", "header.": "请求头区分。", "Expand all": "全部展开", "Collapse all": "全部收起",
    "Example": "例子", "Examples": "例子", "Default value": "默认值", "Undocumented": "没有说明",
    "Available values": "可选的值", "Add string item": "加一项", "Failed to fetch.": "没有取到。",
  };
  const root = document.getElementById("swagger-ui");
  const put = (part) => {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const said = walk.currentNode.data.trim();
      if (Object.prototype.hasOwnProperty.call(words, said) && !walk.currentNode.parentElement.closest("pre, code, textarea, .markdown")) {
        walk.currentNode.data = walk.currentNode.data.replace(said, words[said]);
      }
    }
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") put(change.target.parentElement ?? root);
      for (const part of change.addedNodes) if (part.nodeType === 1) put(part);
    }
  }).observe(root, { childList: true, subtree: true, characterData: true });
  put(root);
})();
