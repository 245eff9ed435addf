"""What things are called on a chart."""

from __future__ import annotations

import textwrap
import unicodedata
import warnings
from collections.abc import Mapping
from typing import TypeAlias

from .. import models
from ._fonts import legible
from ._purchase_words import PURCHASES_CHINESE, PURCHASES_ENGLISH

LabelSource: TypeAlias = models.Labels | Mapping[str, str] | None
"""What `keyaccount.labels` returns, or names by id; None means the ids themselves."""

NO_FONT = (
    "matplotlib finds no font with the characters of the labels, so the chart uses ids and English "
    "words; install one, such as Noto Sans CJK, or name yours in matplotlib.rcParams['font.family']"
)

# Words of the library's vocabularies whose English is more than the word itself.
ENGLISH_WORDS = {
    "calendar": "calendar days",
    "business": "business days",
    "crps": "CRPS",
    "brier": "Brier score",
    "bg_nbd": "BG/NBD",
    "mbg_nbd": "MBG/NBD",
    "mbg_cnbd": "MBG/CNBD-k",
    "pareto_nbd": "Pareto/NBD",
    "half_year": "half-year",
    "cannot_lose": "cannot lose them",
}
# Words of the charts alone.
ENGLISH = {
    "funnel": "{pipeline}, {day}",
    "ever": "ever in the stage",
    "now": "in it now",
    "count": "{ever:,} · {now:,} now",
    "advance": "P(advance)",
    "probability_won": "P(won)",
    "no_opportunities": "no opportunities in this pipeline",
    "no_pipelines": "no pipelines",
    "time_in_stage": "Time in stage: {pipeline}, {day}",
    "range": "lower to upper quartile",
    "median": "median",
    "stall": "stalled after",
    "visits": "{finished:,} left · {there:,} in it",
    "no_visits": "nothing observed",
    "no_quartile": "no quartile reached yet →",
    "movement": "Pipeline movement, {first} to {last}",
    "period": "{currency}, to be closed from {first} to {last}",
    "without_amount": "without an amount, not drawn: {opening} at opening, {closing} at closing",
    "no_currencies": "no amounts in the pipeline",
    "opening": "opening",
    "moved_in": "moved in",
    "moved_out": "moved out",
    "currency_in": "from other currencies",
    "currency_out": "to other currencies",
    "rates": "exchange rates",
    "no_rate": "an exchange rate into the reporting currency is missing",
    "not_explained": "not explained",
    "closing": "closing",
    "cohorts": "Share {status} by month of creation (%), {day}",
    "age": "months after the month of creation",
    "cohort": "{month} ({count})",
    "no_cohorts": "no month of creation is over yet",
    "and": " or ",
    "bookings": "Bookings by period ({basis}), {day}",
    "booked": "booked",
    "open_expected": "open, on average",
    "quota": "quota",
    "booked_open": "{booked:,} booked · {open:,} open",
    "expected": "expected",
    "probability_quota": "P(quota)",
    "no_periods": "no periods",
    "no_bookings": "no deals in these periods",
    "distribution": "Bookings of {period}{about}",
    "about": " ({basis}), {day}",
    "odds": "{probability} likely to reach {quota} {currency}; {shortfall} short on average",
    "no_deals": "no deals in this period",
    "at_least": "probability of at least so much",
    "mean_of": "mean {amount}",
    "quota_of": "quota {amount}",
    "reliability": "Share won by chance said, {day}",
    "best": "best by {by}: {basis}",
    "best_unsure": "best by {by}: {basis}, though not clearly so",
    "chance": "chance said, mean of the bin",
    "won_share": "share won",
    "sizes": "area: deals in the bin, {fewest:,} to {most:,}; line: 95% interval (Wilson)",
    "series": "{basis}: Brier {brier}, {deals:,} deals",
    "no_backtest": "no period to look back on",
    "committee": "Buying committee of {opportunity}, {day}",
    "no_people": "nobody is known",
    "stance_unknown": "stance unknown (dashed)",
    "influence_unknown": "influence unknown (dashed, small)",
    "influence_size": "size: influence",
    "key_person": "key person",
    "left": "left",
    "contact": "contact: {depth}",
    "contact_long_ago": "contact: long ago",
    "not_recorded": "not recorded",
    "left_on": "{name} (left {day})",
    "outside": "{name} (outside the committee)",
    "influenced_by": "influenced by {name}",
    "comma": ", ",
    "column_name": "name",
    "column_roles": "roles",
    "column_stance": "stance",
    "column_influence": "influence",
    "column_depth": "contact",
    "column_last": "last contact",
    "column_superior": "reports to",
    "column_ties": "other ties",
    "column_ours": "our side",
    **PURCHASES_ENGLISH,
}
CHINESE = {
    "funnel": "{pipeline}，{day}",
    "ever": "曾进入该阶段",
    "now": "现处该阶段",
    "count": "{ever:,} · 现有 {now:,}",
    "advance": "推进概率",
    "probability_won": "赢单概率",
    "no_opportunities": "该流程中没有商机",
    "no_pipelines": "没有流程",
    "time_in_stage": "阶段停留时间：{pipeline}，{day}",
    "range": "下四分位至上四分位",
    "median": "中位数",
    "stall": "停滞阈值",
    "visits": "已离开 {finished:,} · 仍在 {there:,}",
    "no_visits": "无观测",
    "no_quartile": "尚未达到任何四分位 →",
    "movement": "商机变动，{first} 至 {last}",
    "period": "{currency}，预计成交于 {first} 至 {last}",
    "without_amount": "金额未知、未绘出：期初 {opening}，期末 {closing}",
    "no_currencies": "没有金额",
    "opening": "期初",
    "moved_in": "移入",
    "moved_out": "移出",
    "currency_in": "由其他币种转入",
    "currency_out": "转为其他币种",
    "rates": "汇率变化",
    "no_rate": "缺少折算为报告币种的汇率",
    "not_explained": "未解释",
    "closing": "期末",
    "cohorts": "按创建月份的{status}占比（%），{day}",
    "age": "创建月之后的月数",
    "cohort": "{month}（{count}）",
    "no_cohorts": "尚无已结束的创建月份",
    "and": "或",
    "bookings": "各期签约预测（{basis}），{day}",
    "booked": "已签约",
    "open_expected": "未决（平均）",
    "quota": "指标",
    "booked_open": "已签约 {booked:,} · 未决 {open:,}",
    "expected": "预期",
    "probability_quota": "达标概率",
    "no_periods": "没有期间",
    "no_bookings": "这些期间没有商机",
    "distribution": "{period} 的签约额{about}",
    "about": "（{basis}），{day}",
    "odds": "达到 {quota} {currency} 的概率为 {probability}；平均差额 {shortfall}",
    "no_deals": "该期间没有商机",
    "at_least": "至少达到该金额的概率",
    "mean_of": "均值 {amount}",
    "quota_of": "指标 {amount}",
    "reliability": "预测概率与实际赢单占比，{day}",
    "best": "{by}最佳：{basis}",
    "best_unsure": "{by}最佳：{basis}，但差异不显著",
    "chance": "预测概率（组内平均）",
    "won_share": "赢单占比",
    "sizes": "面积：组内商机数，{fewest:,} 至 {most:,}；竖线：95% 区间（Wilson）",
    "series": "{basis}：Brier {brier}，{deals:,} 个商机",
    "no_backtest": "没有可回溯的期间",
    "committee": "{opportunity} 的采购决策人，{day}",
    "no_people": "尚无已知人员",
    "stance_unknown": "立场未知（虚线）",
    "influence_unknown": "影响力未知（虚线、最小）",
    "influence_size": "大小：影响力",
    "key_person": "关键人物",
    "left": "已离开",
    "contact": "接触：{depth}",
    "contact_long_ago": "接触：已久远",
    "not_recorded": "未记录",
    "left_on": "{name}（{day} 离开）",
    "outside": "{name}（非决策成员）",
    "influenced_by": "受 {name} 影响",
    "comma": "，",
    "column_name": "姓名",
    "column_roles": "角色",
    "column_stance": "立场",
    "column_influence": "影响力",
    "column_depth": "接触",
    "column_last": "最近接触",
    "column_superior": "汇报给",
    "column_ties": "其他关系",
    "column_ours": "我方",
    **PURCHASES_CHINESE,
}


class Names:
    """The names of stages and pipelines, and the chart's own words in the labels' language."""

    def __init__(self, labels: LabelSource) -> None:
        self._labels = labels
        self._warned = False
        chinese = isinstance(labels, models.Labels) and labels.language == "zh_hans"
        self.is_chinese = chinese and self._legible("".join(CHINESE.values()))
        self._words = CHINESE if self.is_chinese else ENGLISH

    def word(self, key: str, **values: object) -> str:
        return self._words[key].format(**values)

    def has(self, key: str) -> bool:
        return key in self._words

    def pipeline(self, pipeline: str) -> str:
        labels = self._labels
        found = labels.pipelines if isinstance(labels, models.Labels) else labels
        return self._label(found, pipeline, pipeline)

    def stage(self, pipeline: str, stage: str) -> str:
        labels = self._labels
        found = labels.stages.get(pipeline) if isinstance(labels, models.Labels) else labels
        return self._label(found, stage, stage)

    def named(self, name: str) -> str:
        """What an account or product is called, where the labels are names by id."""
        labels = self._labels
        return self._label(None if isinstance(labels, models.Labels) else labels, name, name)

    def of(self, vocabulary: str, word: str) -> str:
        labels = self._labels
        found = labels.words.get(vocabulary) if isinstance(labels, models.Labels) else labels
        return self._label(found, word, ENGLISH_WORDS.get(word, word.replace("_", " ")))

    def _label(self, labels: Mapping[str, str] | None, name: str, otherwise: str) -> str:
        label = (labels or {}).get(name)
        text = label if label is not None and self._legible(label) else otherwise
        return text.replace("$", r"\$")  # which would begin a formula

    def _legible(self, text: str) -> bool:
        if legible(text):
            return True
        if not self._warned:
            self._warned = True
            warnings.warn(NO_FONT, UserWarning, stacklevel=2)
        return False


def width(text: str) -> float:
    """About how wide a line of text is, in multiples of its font size."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.6 for c in text)


def fitted(text: str, widest: float, lines: int) -> str:
    """The text on at most so many lines, none much wider than `widest` font sizes; cut if need be."""
    wide = any(unicodedata.east_asian_width(character) in "WF" for character in text)
    columns = max(6, int(widest / (1.0 if wide else 0.6)))
    # An id has no spaces; it may be broken behind an underscore.
    spaced = text if " " in text else text.replace("_", "_ ")
    wrapped = [line.replace("_ ", "_") for line in textwrap.wrap(spaced, columns)]
    if len(wrapped) <= 1:
        return text
    if len(wrapped) <= lines:
        return "\n".join(wrapped)
    *kept, last = wrapped[:lines]
    return "\n".join([*kept, last[: columns - 1].rstrip() + "…"])
