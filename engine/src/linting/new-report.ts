import { resolveConfiguration, usedProfile, type Configuration } from '../config/configuration.js'
import { skeletonOf, type ReportSkeleton, type SkeletonRequest } from '../document/skeleton.js'
import { taxonomyOf } from '../document/user-profile.js'

/**
 * The skeleton of a report in a folder whose configuration says what its reports must have. The unit that the configuration
 * names stands in where the request names none.
 */
export function newReport(request: SkeletonRequest, said?: Configuration): ReportSkeleton {
  const configuration = resolveConfiguration(said)
  const ownProfile = usedProfile(configuration)
  const unit = request.unit ?? configuration.profile.unit
  return skeletonOf(
    { ...request, ...(unit !== undefined && { unit }) },
    { profile: configuration.profile, taxonomy: taxonomyOf(ownProfile), ...(ownProfile && { ownProfile }) },
  )
}
