public import RegisterModel

/// What a risk comes to at one stage: levels as people judged them, and what follows from them.
///
/// Nothing here is an estimate of its own: what is not judged is nil.
public struct RiskScore: Hashable, Sendable {
  /// The likelihood as judged; nil where nobody has.
  public internal(set) var likelihood: Level<LikelihoodScale>?
  /// The worst impact over the categories, never a mean of them; nil where none is judged, or one is
  /// off its scale.
  ///
  /// - Note: DOMAIN §2.1, IEC 31010.
  public internal(set) var impact: Level<ImpactScale>?
  /// The category that brings ``impact``; of several, the first in the criteria.
  public internal(set) var impactCategory: CategoryIndex?
  /// The matrix cell of ``likelihood`` and ``impact``; nil: not assessed, see ``notAssessed``.
  public internal(set) var rating: Level<RatingScale>?
  /// Why there is no rating; nil where there is one.
  public internal(set) var notAssessed: NotAssessed?
  /// How it stands to appetite and tolerance: the worst over the categories, each against its own.
  public internal(set) var standing = AppetiteStanding.notAssessed
  /// Expected yearly loss and its interval, from the category in which it is largest or as supplied
  /// from elsewhere; nil where no judged level has a meaning in money: unknown, not zero.
  public internal(set) var exposure: Exposure?
  /// The category that ``exposure`` comes from; nil where it was supplied from elsewhere.
  public internal(set) var exposureCategory: CategoryIndex?
  /// How exposed it is on the scales themselves, to compare risks with and without money; nil where it
  /// has no rating.
  public internal(set) var share: ExposureShare?
  /// The category that ``share`` comes from: whose impact lies furthest up its own scale; of several,
  /// the first in the criteria.
  public internal(set) var shareCategory: CategoryIndex?
  /// The impact in ``shareCategory``.
  public internal(set) var shareImpact: Level<ImpactScale>?

  /// Why a risk has no rating at a stage.
  public enum NotAssessed: Hashable, Sendable {
    /// Nobody has judged it at this stage.
    case noScore
    /// The likelihood is not judged.
    case noLikelihood
    /// The impact is judged in no category.
    case noImpact
    /// A level or category that the criteria don't have.
    case offScale
    /// The criteria have no matrix.
    case noMatrix
    /// The matrix lacks the cell.
    case noCell
  }
}

/// The impact of a risk in one category, and what follows from it.
public struct CategoryScore: Hashable, Sendable {
  public let category: CategoryIndex
  public let impact: Level<ImpactScale>
  /// The matrix cell of the risk's likelihood and this impact; nil where there is none.
  public let rating: Level<RatingScale>?
  /// How that rating stands to the category's appetite and tolerance.
  public let standing: AppetiteStanding
  /// Expected yearly loss and its interval; nil where the level has no meaning in money.
  public let exposure: Exposure?
  /// The exposure on the category's own scale; nil where the likelihood is not judged.
  public let share: ExposureShare?
}

/// The scores of a risk at the three stages.
public struct StageScores: Hashable, Sendable {
  public let inherent: RiskScore
  public let current: RiskScore
  public let target: RiskScore

  /// The score at a stage.
  public subscript(stage: Stage) -> RiskScore {
    switch stage {
    case .inherent: inherent
    case .current: current
    case .target: target
    }
  }
}
