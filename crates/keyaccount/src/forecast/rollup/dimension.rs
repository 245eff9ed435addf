//! What the cells of a roll-up are told apart by, and where an opportunity stands by each.

use std::collections::BTreeMap;

use super::options::RollUpOptions;
use crate::facts::ForecastCategory;
use crate::forecast::price::PricedDeal;
use crate::forecast::team::Team;
use crate::playbook::Playbook;
use crate::values::{MemberId, Month, Period, StageId, vocabulary};

vocabulary! {
    /// What the cells of a rolled-up forecast are told apart by.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ForecastDimension::ProductLine.as_str(), "product_line");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ForecastDimension {
        /// The calendar month of its day, as `2026-06`.
        Month = "month", "month", "月";
        /// The fiscal quarter of its day, as `FY2026-Q2`.
        Quarter = "quarter", "fiscal quarter", "财季";
        /// The fiscal year of its day, as `FY2026`.
        Year = "year", "fiscal year", "财年";
        /// Each of the periods given that its day lies in, as `2026-04-01/2026-06-30`.
        Period = "period", "period", "期间";
        /// Its currency. Sums are then in that currency, and need no rate.
        Currency = "currency", "currency", "货币";
        /// Each member who gets credit for it, which is its owner where credit is not split.
        Owner = "owner", "owner", "负责人";
        /// Each manager above those who get credit for it, and these where they are managers themselves.
        Team = "team", "team", "团队";
        /// The territory it counts for.
        Territory = "territory", "territory", "区域";
        /// The product line it is about.
        ProductLine = "product_line", "product line", "产品线";
        /// The stage it is in.
        Stage = "stage", "stage", "阶段";
        /// How far it counts: pipeline, best case, commit, closed.
        Category = "category", "forecast category", "预测类别";
        /// The account.
        Account = "account", "account", "客户";
        /// The pipeline it is in.
        Pipeline = "pipeline", "pipeline", "流程";
    }
}

/// Where an opportunity stands by one dimension: what orders it among others, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    order: usize,
    pub(super) name: Option<String>,
}

impl Place {
    fn named(name: Option<impl ToString>) -> Vec<Self> {
        vec![Self { order: 0, name: name.map(|name| name.to_string()) }]
    }

    /// All of these; where there is none, nowhere.
    fn all(names: impl Iterator<Item = impl ToString>) -> Vec<Self> {
        let places: Vec<Self> = names.flat_map(|name| Self::named(Some(name))).collect();
        if places.is_empty() { Self::named(None::<String>) } else { places }
    }
}

/// What places opportunities.
pub(super) struct Places<'a> {
    team: &'a Team,
    options: &'a RollUpOptions,
    periods: Vec<Period>,
    /// The stages of all pipelines, by their position.
    stages: BTreeMap<&'a StageId, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(playbook: &'a Playbook, team: &'a Team, options: &'a RollUpOptions) -> Self {
        let mut periods = options.periods.clone();
        periods.sort_by_key(|period| (period.first, period.last));
        periods.dedup();
        let mut stages = BTreeMap::new();
        for (at, stage) in playbook.draft().pipelines.iter().flat_map(|pipeline| &pipeline.stages).enumerate() {
            stages.entry(&stage.id).or_insert(at.saturating_add(1));
        }
        Self { team, options, periods, stages }
    }

    /// The cells that a member's part of an opportunity belongs to, none of them twice.
    pub(super) fn cells(&self, deal: &PricedDeal, member: Option<&MemberId>) -> Vec<Vec<Place>> {
        let mut cells = vec![Vec::new()];
        for dimension in &self.options.by {
            let places = self.places(*dimension, deal, member);
            let with = |cell: &Vec<Place>, place: &Place| cell.iter().chain([place]).cloned().collect();
            cells = cells.iter().flat_map(|cell| places.iter().map(move |place| with(cell, place))).collect();
        }
        cells
    }

    fn places(&self, dimension: ForecastDimension, deal: &PricedDeal, member: Option<&MemberId>) -> Vec<Place> {
        match dimension {
            ForecastDimension::Month => Place::named(Some(Month::of(deal.date))),
            ForecastDimension::Quarter => Place::named(Some(deal.quarter)),
            ForecastDimension::Year => Place::named(Some(format!("FY{:04}", deal.quarter.year()))),
            ForecastDimension::Period => {
                let periods = self.periods.iter().filter(|period| period.holds(deal.date));
                Place::all(periods.map(|period| format!("{}/{}", period.first, period.last)))
            }
            ForecastDimension::Currency => Place::named(Some(deal.amount.currency())),
            ForecastDimension::Owner => Place::named(member),
            ForecastDimension::Team => {
                let upwards = member.into_iter().flat_map(|member| {
                    let itself = std::iter::once(member);
                    itself.chain(self.team.managers_of(member))
                });
                Place::all(upwards.filter(|head| self.has_a_cell(head)))
            }
            ForecastDimension::Territory => Place::named(deal.territory.as_ref()),
            ForecastDimension::ProductLine => Place::named(deal.product_line.as_ref()),
            ForecastDimension::Stage => {
                let order = deal.stage.as_ref().and_then(|stage| self.stages.get(stage)).copied().unwrap_or(0);
                vec![Place { order, name: deal.stage.as_ref().map(ToString::to_string) }]
            }
            ForecastDimension::Category => {
                let all = ForecastCategory::ALL.iter().copied().enumerate();
                let held = all.filter(|(_, category)| self.options.holds(*category, deal.category));
                held.map(|(order, category)| Place { order, name: Some(category.to_string()) }).collect()
            }
            ForecastDimension::Account => Place::named(Some(&deal.account)),
            ForecastDimension::Pipeline => Place::named(deal.pipeline.as_ref()),
        }
    }

    /// Whether the team of somebody is told: of managers, among those asked about, and of who is asked about.
    fn has_a_cell(&self, head: &MemberId) -> bool {
        match &self.options.member {
            None => self.team.is_manager(head),
            Some(member) => head == member || (self.team.is_manager(head) && self.team.includes(member, head)),
        }
    }
}
