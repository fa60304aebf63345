"""The standard rules, read, checked and fused: written by `.venv/bin/python scripts/prepare_rules.py`."""
# mypy: ignore-errors

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from estate.facts.dictionary import Fact, Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules.definition import (
    Acceptability, Authority, Ladder, Parameter, Question, Rule, Template,
)
from estate.rules.entry import RuleSource
from estate.rules.expression.program import Judge, Part
from estate.rules.expression.tree import (
    DURATION, NUMBER, Affix, Comparison, Constant, Count, Element, Fold, Junction, Member, Missing,
    Negation, Operation, Path, Quantifier, Truth, Variable,
)
from estate.rules.expression.values import (
    element, fold, hollow, add_numbers, subtract_numbers, multiply_numbers, divide_numbers, add_durations, subtract_durations, multiply_duration, divide_duration, ratio_of_durations, multiply_term, add_duration, subtract_duration, add_term, subtract_term, subtract_days,
)
from estate.rules.prepared import Examples


DIGEST = '395b9d2a3ef87c436b6eca1f2df0dee3d19197a98b93528964d22def348ac3f1'


def authorities() -> dict[str, Authority]:
    v0 = Authority('stockton-2017-p1', 'ICT Strategy 2017, principle 1', 'Stockton-on-Tees Borough Council', '2017', 'Principle 1', 'Appropriateness and value for money are the tests of any technology business case.', '')
    v1 = Authority('stockton-2017-p4', 'ICT Strategy 2017, principle 4', 'Stockton-on-Tees Borough Council', '2017', 'Principle 4', 'Existing assets are reviewed, rationalised and exploited, and waste is removed.', '')
    v2 = Authority('stockton-2017-p5', 'ICT Strategy 2017, principle 5', 'Stockton-on-Tees Borough Council', '2017', 'Principle 5', 'Where several services have similar requirements, the council takes one approach to them.', '')
    v3 = Authority('stockton-2017-p6', 'ICT Strategy 2017, principle 6', 'Stockton-on-Tees Borough Council', '2017', 'Principle 6', 'Technology helps and does not hinder; it is resilient, scalable, secure and easy to use.', '')
    v4 = Authority('stockton-2017-p8', 'ICT Strategy 2017, principle 8', 'Stockton-on-Tees Borough Council', '2017', 'Principle 8', 'No risk from legacy or unsupported technology goes unmanaged. Only supported technology is used; where that cannot be, the Senior Information Risk Owner formally recognises the risk and approves its mitigation and treatment, with a time-bound plan for removal or replacement.', '')
    v5 = Authority('cyber-essentials', 'Cyber Essentials, requirements for IT infrastructure', 'National Cyber Security Centre', '2026-04-27', 'version 3.3', 'Software in scope is licensed and supported. What is unsupported is removed, or taken out of scope by a defined sub-set that has no traffic to or from the internet. Fixes of severe vulnerabilities are installed within 14 days.', '')
    v6 = Authority('ncsc-obsolete-products', 'Guidance on obsolete products', 'National Cyber Security Centre', '', '', 'Moving off obsolete products is the only fully effective mitigation; until then, treat them as untrusted, keep untrusted content from them, restrict their reach and watch them.', '')
    v7 = Authority('caf-a3a', 'Cyber Assessment Framework 4.0, A3.a Asset management', 'National Cyber Security Centre', '2025-08-06', 'A3.a', 'All assets are identified and kept in an up-to-date inventory, with their dependencies and somebody responsible, from acquisition to decommissioning.', '')
    v8 = Authority('caf-b4d', 'Cyber Assessment Framework 4.0, B4.d Vulnerability management', 'National Cyber Security Centre', '2025-08-06', 'B4.d', 'The use of supported software, firmware and hardware is maximised; unsupported systems have temporary mitigations while migration is under way.', '')
    v9 = Authority('caf-a4', 'Cyber Assessment Framework 4.0, A4 Supply chain', 'National Cyber Security Centre', '2025-08-06', 'A4', 'The risks that come with suppliers and their services are understood and managed.', '')
    v10 = Authority('cis-control-2', 'CIS Controls, safeguard 2.2', 'Center for Internet Security', '', '2.2', 'Unsupported but necessary software has a documented exception with its mitigating controls and the acceptance of the residual risk; without one it counts as unauthorised.', '')
    v11 = Authority('pci-dss-12-3-4', 'PCI DSS 4.0.1, requirement 12.3.4', 'PCI Security Standards Council', '2025-03-31', '12.3.4', 'Hardware and software are reviewed at least every 12 months: whether they still receive security fixes, what their makers have announced, and the plan that senior management approved to replace what is outdated.', '')
    v12 = Authority('govuk-legacy', 'Guidance on legacy technology', 'UK Government', '', '', 'Technology is legacy when it is an end-of-life product, out of support or on extended support, impossible to update, no longer cost-effective, or above the risk that is accepted.', '')
    v13 = Authority('govuk-pstn', 'Guidance on the withdrawal of the public switched telephone network', 'UK Government', '2024-11-18', '', 'The public switched telephone network and ISDN are retired in the United Kingdom by January 2027; telecare, lifts, alarms and door entry are among the uses that must move.', '')
    v14 = Authority('iso-19770', 'ISO/IEC 19770, IT asset management', 'International Organization for Standardization', '', '', 'Entitlements are compared with what is deployed; what is bought and not used is known.', '')
    v15 = Authority('stockton-2017-p2', 'ICT Strategy 2017, principle 2', 'Stockton-on-Tees Borough Council', '2017', 'Principle 2', 'The right technologies are used, with the skills that they need.', '')
    v16 = Authority('stockton-2017-hosting', 'ICT Strategy 2017, on cloud and hosted services', 'Stockton-on-Tees Borough Council', '2017', '', 'The advantages and disadvantages of the cloud are transparent before the council commits itself, a guide to hosted services informs the assessment, and what is built for the cloud is told apart from what was merely moved to it.', '')
    v17 = Authority('stockton-2017-partners', 'ICT Strategy 2017, on partners and supply chains', 'Stockton-on-Tees Borough Council', '2017', '', 'The estate is an increasing mix of hosted, on-premise and partner systems; on-line supply chains are managed together with the partners, who may lead where the council does not.', '')
    v18 = Authority('litraf', 'Legacy IT Risk Assessment Framework', 'Central Digital and Data Office', '2023-09-29', '', 'Legacy systems are scored for likelihood and impact over three years; one likelihood of 3 or more makes a system legacy, and a score of 16 or more of 30 rates it red.', '')
    v19 = Authority('transparency-code-2015', 'Local Government Transparency Code 2015', 'UK Government', '2015', '', 'Every quarter, councils publish the contracts above £5,000: reference, title, description, department, supplier, sum, dates, how it was procured, and whether the supplier is small.', '')
    v20 = Authority('psn-coco', 'PSN Code of Connection 1.32', 'UK Government', '2022-09', '', "Cloud services that are used are assessed against the NCSC's cloud security principles.", '')
    v21 = Authority('lgam', 'Local Government Architecture Model', 'GDS Local', '2026', '', 'Data flows only after an impact assessment, with a sharing agreement and a legal basis.', '')
    v22 = Authority('cyber-essentials-cloud', 'Cyber Essentials, cloud services', 'National Cyber Security Centre', '2026-04-27', 'version 3.3', 'Cloud services are always in scope, and multi-factor authentication is used on every one that offers it; without it the assessment fails.', '')
    v23 = Authority('caf-b5a', 'Cyber Assessment Framework 4.0, B5.a Resilience preparation', 'National Cyber Security Centre', '2025-08-06', 'B5.a', 'All systems needed to restore an essential function are known, with how they depend on one another and the order in which they are recovered.', '')
    v24 = Authority('caf-b5b', 'Cyber Assessment Framework 4.0, B5.b Design for resilience', 'National Cyber Security Centre', '2025-08-06', 'B5.b', 'Geographical weaknesses are mitigated: systems are replicated at another location, with alternative paths and providers, and limits such as single network paths are dealt with.', '')
    v25 = Authority('caf-b5c', 'Cyber Assessment Framework 4.0, B5.c Backups', 'National Cyber Security Centre', '2025-08-06', 'B5.c', 'Backups are tested, and held at secondary sites.', '')
    v26 = Authority('stockton-2017-p3', 'ICT Strategy 2017, principle 3', 'Stockton-on-Tees Borough Council', '2017', 'Principle 3', 'On-line, from end to end, is the default for any review or procurement.', '')
    v27 = Authority('stockton-2017-p7', 'ICT Strategy 2017, principle 7', 'Stockton-on-Tees Borough Council', '2017', 'Principle 7', 'Applications and their data are unlocked through APIs.', '')
    v28 = Authority('stockton-2017-downsizing', 'ICT Strategy 2017, on infrastructure', 'Stockton-on-Tees Borough Council', '2017', '', "As fewer systems stand on the council's premises, infrastructure is downsized at key points of renewal, and the budget plan shows it.", '')
    v29 = Authority('lgam-integration', 'Local Government Architecture Model, on integration', 'GDS Local', '2026', '', 'Systems share no databases and rely on no permanent robots or static shared accounts; their interfaces are specified, and pass the edge of the organisation by a gateway.', '')
    v30 = Authority('govuk-api-standards', 'API technical and data standards', 'UK Government', '', '', 'APIs are offered over HTTPS with current TLS, and are versioned.', '')
    v31 = Authority('stockton-2017-work-plan', 'ICT Strategy 2017, on the ICT Work Plan', 'Stockton-on-Tees Borough Council', '2017', '', 'A work plan brings projects, resources and timescales together. What is shared with another council is managed as one co-ordinated process, with exceptions and conflicts dealt with.', '')
    v32 = Authority('stockton-2017-budget-plan', 'ICT Strategy 2017, on the ICT Architecture Budget Plan', 'Stockton-on-Tees Borough Council', '2017', '', 'Core technologies are shared with a neighbour, and each council has its own plan of current and future investments, similar in content.', '')
    v33 = Authority('stockton-2007', 'ICT Strategy, report to Cabinet', 'Stockton-on-Tees Borough Council', '2007-09-27', '', 'Investments are governed and their benefits realised; capital, revenue and displaced costs are stated and add up.', '')
    v34 = Authority('wyre-forest-2008', 'ICT Strategy, report to Cabinet', 'Wyre Forest District Council', '2008-12-18', '', 'Investment is approved for named years, with targets and progress reported year by year; savings are clearly identified and reported.', '')
    v35 = Authority('epping-forest-2020', 'ICT Strategy, Cabinet report C-039-2019/20', 'Epping Forest District Council', '2020-03-26', '', 'A stated sum funds the strategy, and its milestones are reported to quarterly performance meetings.', '')
    v36 = Authority('architecture-2007', 'ICT strategy, report to the Scrutiny Commission', 'a county council', '2007-09-05', '', 'Enterprise architecture chooses the permutation of technology and then ensures that it is adhered to; models of what is and what is to be show the steps between them.', '')
    v37 = Authority('lgr-playbook', 'Local government reorganisation, digital and cyber playbook', 'Ministry of Housing, Communities and Local Government', '2026-02-24', '', 'Before vesting day, systems, licences, data and contracts are audited and the register of assets is brought up to date, with a forward plan of contracts to extend.', '')
    return {
        'stockton-2017-p1': v0,
        'stockton-2017-p4': v1,
        'stockton-2017-p5': v2,
        'stockton-2017-p6': v3,
        'stockton-2017-p8': v4,
        'cyber-essentials': v5,
        'ncsc-obsolete-products': v6,
        'caf-a3a': v7,
        'caf-b4d': v8,
        'caf-a4': v9,
        'cis-control-2': v10,
        'pci-dss-12-3-4': v11,
        'govuk-legacy': v12,
        'govuk-pstn': v13,
        'iso-19770': v14,
        'stockton-2017-p2': v15,
        'stockton-2017-hosting': v16,
        'stockton-2017-partners': v17,
        'litraf': v18,
        'transparency-code-2015': v19,
        'psn-coco': v20,
        'lgam': v21,
        'cyber-essentials-cloud': v22,
        'caf-b5a': v23,
        'caf-b5b': v24,
        'caf-b5c': v25,
        'stockton-2017-p3': v26,
        'stockton-2017-p7': v27,
        'stockton-2017-downsizing': v28,
        'lgam-integration': v29,
        'govuk-api-standards': v30,
        'stockton-2017-work-plan': v31,
        'stockton-2017-budget-plan': v32,
        'stockton-2007': v33,
        'wyre-forest-2008': v34,
        'epping-forest-2020': v35,
        'architecture-2007': v36,
        'lgr-playbook': v37,
    }


def rules(fact: Callable[[str, str], Fact], source: Callable[[str], RuleSource]) -> dict[str, Rule]:
    v0 = Ladder((), 'high')
    v1 = fact('exception', 'standing')
    v2 = Path('subject', (v1,))
    v3 = Truth(v2)
    v4 = Question('standing', {'exception': v3})
    v5 = Type('text', False, (), False)
    v6 = Variable(0, v5)
    v7 = fact('exception', 'missing_parts')
    v8 = Path('subject', (v7,))
    v9 = Type('number', False, (), False)
    v10 = Count(v6, v8, None, v9)
    v11 = Constant(0, v9, '', None)
    v12 = Comparison('>', v10, v11)
    v13 = Question('len(missing_parts) > 0', {'exception': v12})
    v14 = fact('entry', 'id')
    v15 = Path('subject', (v14,))
    v16 = fact('exception', 'rule')
    v17 = Path('subject', (v16,))
    v18 = Template((v15, ' lacks what ', v17, ' asks of an acceptance: ', v8,))
    v19 = Acceptability('', None, ())
    v20 = source('acceptance.yaml')
    v21 = Ladder((), 'critical')
    v22 = fact('exception', 'latest_expiry')
    v23 = Path('subject', (v22,))
    v24 = Missing(v23)
    v25 = fact('exception', 'needs_plan')
    v26 = Path('subject', (v25,))
    v27 = Truth(v26)
    v28 = fact('exception', 'plan')
    v29 = Path('subject', (v28,))
    v30 = Missing(v29)
    v31 = fact('treatment_plan', 'target')
    v32 = Path('subject', (v28, v31,))
    v33 = Missing(v32)
    v34 = fact('treatment_plan', 'action')
    v35 = Path('subject', (v28, v34,))
    v36 = Type('enumeration', True, ('remove', 'replace', 'upgrade', 'fix', 'none',), False)
    v37 = Constant(('fix', 'none',), v36, '', None)
    v38 = Member(v35, v37)
    v39 = fact('exception', 'treatment')
    v40 = Path('subject', (v39,))
    v41 = Type('enumeration', False, ('tolerate', 'treat', 'transfer', 'terminate',), False)
    v42 = Constant('tolerate', v41, '', 'tolerate')
    v43 = Comparison('==', v40, v42)
    v44 = Junction(False, (v30, v33, v38, v43,))
    v45 = Junction(True, (v27, v44,))
    v46 = Junction(False, (v24, v45,))
    v47 = Question('missing(latest_expiry) or (needs_plan and (missing(plan) or missing(plan.target) or plan.action in ("fix", "none") or treatment == "tolerate"))', {'exception': v46})
    v48 = Template((v15, ' accepts a risk without an end',))
    v49 = fact('exception', 'role_held')
    v50 = Path('subject', (v49,))
    v51 = Truth(v50)
    v52 = Negation(v51)
    v53 = Question('not role_held', {'exception': v52})
    v54 = fact('exception', 'role')
    v55 = Path('subject', (v54,))
    v56 = fact('exception', 'without_role')
    v57 = Path('subject', (v56,))
    v58 = Template((v15, ' needs the role ', v55, ', not held by ', v57,))
    v59 = fact('exception', 'missing_organisations')
    v60 = Path('subject', (v59,))
    v61 = Count(v6, v60, None, v9)
    v62 = Comparison('>', v61, v11)
    v63 = Question('len(missing_organisations) > 0', {'exception': v62})
    v64 = Template((v15, ' lacks the acceptance of ', v60, ', whose assets it covers',))
    v65 = fact('exception', 'last_day')
    v66 = Path('subject', (v65,))
    v67 = fact('estate', 'today')
    v68 = Path('scope', (v67,))
    v69 = Comparison('<', v66, v68)
    v70 = fact('exception', 'subjects_live')
    v71 = Path('subject', (v70,))
    v72 = Truth(v71)
    v73 = Junction(True, (v69, v72,))
    v74 = Question('last_day < today and subjects_live', {'exception': v73})
    v75 = Template((v15, ' ended on ', v66, ', and what it covers is still there',))
    v76 = fact('exception', 'lapsed')
    v77 = Path('subject', (v76,))
    v78 = Truth(v77)
    v79 = Negation(v78)
    v80 = Junction(True, (v3, v79,))
    v81 = Question('standing and not lapsed', {'exception': v80})
    v82 = fact('exception', 'review_due')
    v83 = Path('subject', (v82,))
    v84 = Comparison('<', v83, v68)
    v85 = Question('review_due < today', {'exception': v84})
    v86 = Template((v15, ' was to be reviewed by ', v83,))
    v87 = fact('exception', 'review_by')
    v88 = Path('subject', (v87,))
    v89 = Ladder((), 'low')
    v90 = fact('exception', 'state')
    v91 = Path('subject', (v90,))
    v92 = Type('enumeration', False, ('incomplete', 'open-ended', 'unauthorised', 'missing-joint', 'expired', 'withdrawn', 'pending', 'orphaned', 'expiring', 'valid',), False)
    v93 = Constant('pending', v92, '', 'pending')
    v94 = Comparison('!=', v91, v93)
    v95 = Junction(True, (v3, v94,))
    v96 = Question('standing and state != "pending"', {'exception': v95})
    v97 = Negation(v72)
    v98 = Question('not subjects_live', {'exception': v97})
    v99 = Template((v15, ' covers nothing that ', v17, ' finds',))
    v100 = Ladder((), 'medium')
    v101 = fact('asset', 'state')
    v102 = Path('subject', (v101,))
    v103 = Type('enumeration', True, ('proposed', 'planned', 'live', 'retiring', 'retired',), False)
    v104 = Constant(('live', 'retiring',), v103, '', None)
    v105 = Member(v102, v104)
    v106 = Question('state in ("live", "retiring")', {'application': v105})
    v107 = fact('application', 'category')
    v108 = Path('subject', (v107,))
    v109 = Type('enumeration', False, ('line-of-business', 'corporate', 'platform', 'shared-service',), False)
    v110 = Constant('line-of-business', v109, '', 'line-of-business')
    v111 = Comparison('==', v108, v110)
    v112 = Question('category == "line-of-business"', {'application': v111})
    v113 = Type('api', False, (), False)
    v114 = Variable(0, v113)
    v115 = fact('application', 'interfaces')
    v116 = Path('subject', (v115,))
    v117 = Count(v114, v116, None, v9)
    v118 = Comparison('==', v117, v11)
    v119 = Question('len(interfaces) == 0', {'application': v118})
    v120 = fact('entry', 'name')
    v121 = Path('subject', (v120,))
    v122 = Template((v121, ' provides no API in use',))
    v123 = Term(12, 0)
    v124 = Acceptability('enterprise-architect', v123, ('accepted_by', 'accepted_on', 'risk',))
    v125 = fact('application', 'product')
    v126 = Path('subject', (v125,))
    v127 = fact('application', 'supports')
    v128 = Path('subject', (v127,))
    v129 = source('apis.yaml')
    v130 = fact('integration', 'source')
    v131 = Path('subject', (v130, v101,))
    v132 = Member(v131, v104)
    v133 = Question('source.state in ("live", "retiring")', {'integration': v132})
    v134 = fact('integration', 'style')
    v135 = Path('subject', (v134,))
    v136 = Type('enumeration', True, ('api', 'file', 'database', 'rpa', 'manual',), False)
    v137 = Constant(('file', 'database', 'rpa',), v136, '', None)
    v138 = Member(v135, v137)
    v139 = Question('style in ("file", "database", "rpa")', {'integration': v138})
    v140 = Path('subject', (v130, v120,))
    v141 = fact('integration', 'targets')
    v142 = Path('subject', (v141,))
    v143 = Template((v140, ' and ', v142, ' are joined by ', v135, ', not by an API',))
    v144 = fact('integration', 'relation')
    v145 = Path('subject', (v144,))
    v146 = fact('integration', 'purpose')
    v147 = Path('subject', (v146,))
    v148 = Type('enumeration', False, ('api', 'file', 'database', 'rpa', 'manual',), False)
    v149 = Constant('manual', v148, '', 'manual')
    v150 = Comparison('==', v135, v149)
    v151 = Question('style == "manual"', {'integration': v150})
    v152 = Template(('Data is keyed by hand between ', v140, ' and ', v142,))
    v153 = fact('api', 'deprecated')
    v154 = Path('subject', (v153,))
    v155 = Comparison('<=', v154, v68)
    v156 = Constant(('retiring', 'retired',), v103, '', None)
    v157 = Member(v102, v156)
    v158 = Junction(False, (v155, v157,))
    v159 = Type('asset', False, (), False)
    v160 = Variable(0, v159)
    v161 = fact('api', 'consumers')
    v162 = Path('subject', (v161,))
    v163 = Path(v160, (v101,))
    v164 = Member(v163, v104)
    v165 = Quantifier(False, v160, v162, v164)
    v166 = Junction(True, (v158, v165,))
    v167 = Question('(deprecated <= today or state in ("retiring", "retired")) and any(user.state in ("live", "retiring") for user in consumers)', {'api': v166})
    v168 = Template((v121, ' is deprecated or on its way out, and is still consumed by ', v162,))
    v169 = Term(6, 0)
    v170 = Acceptability('enterprise-architect', v169, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v171 = Question('state in ("live", "retiring")', {'api': v105})
    v172 = fact('api', 'documentation')
    v173 = Path('subject', (v172,))
    v174 = Missing(v173)
    v175 = fact('api', 'maintainer')
    v176 = Path('subject', (v175,))
    v177 = Missing(v176)
    v178 = Junction(False, (v174, v177,))
    v179 = Question('missing(documentation) or missing(maintainer)', {'api': v178})
    v180 = Template((v121, ' lacks its documentation, its maintainer or both',))
    v181 = fact('api', 'transport')
    v182 = Path('subject', (v181,))
    v183 = Type('enumeration', False, ('https', 'http', 'other',), False)
    v184 = Constant('https', v183, '', 'https')
    v185 = Comparison('!=', v182, v184)
    v186 = fact('api', 'authentication')
    v187 = Path('subject', (v186,))
    v188 = Type('enumeration', False, ('none', 'key', 'basic', 'oauth2', 'mtls', 'saml',), False)
    v189 = Constant('none', v188, '', 'none')
    v190 = Comparison('==', v187, v189)
    v191 = fact('asset', 'exposure')
    v192 = Path('subject', (v191,))
    v193 = Type('enumeration', True, ('internal', 'partner', 'internet',), False)
    v194 = Constant(('partner', 'internet',), v193, '', None)
    v195 = Member(v192, v194)
    v196 = Junction(True, (v190, v195,))
    v197 = Junction(False, (v185, v196,))
    v198 = Question('transport != "https" or (authentication == "none" and exposure in ("partner", "internet"))', {'api': v197})
    v199 = Template((v121, ' is not safe to call: transport ', v182, ', authentication ', v187, ', exposure ', v192,))
    v200 = Acceptability('siro', v169, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan',))
    v201 = Question('state in ("live", "retiring")', {'service': v105})
    v202 = fact('service', 'public')
    v203 = Path('subject', (v202,))
    v204 = Truth(v203)
    v205 = Question('public', {'service': v204})
    v206 = Type('enumeration', False, ('online', 'phone', 'face-to-face', 'post',), False)
    v207 = Constant('online', v206, '', 'online')
    v208 = fact('service', 'channels')
    v209 = Path('subject', (v208,))
    v210 = Member(v207, v209)
    v211 = Negation(v210)
    v212 = fact('service', 'online_barrier')
    v213 = Path('subject', (v212,))
    v214 = Missing(v213)
    v215 = Junction(True, (v211, v214,))
    v216 = Question('"online" not in channels and missing(online_barrier)', {'service': v215})
    v217 = Template((v121, ' is not offered on-line (channels: ', v209, ')',))
    v218 = fact('service', 'directorate')
    v219 = Path('subject', (v218,))
    v220 = Question('state in ("live", "retiring")', {'server': v105, 'device': v105, 'licence': v105, 'contract': v105})
    v221 = fact('asset', 'renewal_due')
    v222 = Path('subject', (v221,))
    v223 = Comparison('>=', v222, v68)
    v224 = fact('estate', 'next_financial_year')
    v225 = Path('scope', (v224,))
    v226 = Term(24, 0)
    v227 = Type('term', False, (), False)
    v228 = Constant(v226, v227, 'horizon', '24 months')
    v229 = Type('date', False, (), False)
    v230 = Operation('add_term', (v225, v228,), v229)
    v231 = Comparison('<', v222, v230)
    v232 = Junction(True, (v223, v231,))
    v233 = Question('renewal_due >= today and renewal_due < next_financial_year + horizon', {'server': v232, 'device': v232, 'licence': v232, 'contract': v232})
    v234 = Type('budget_line', False, (), False)
    v235 = Variable(0, v234)
    v236 = fact('asset', 'budget_lines')
    v237 = Path('subject', (v236,))
    v238 = Count(v235, v237, None, v9)
    v239 = Comparison('==', v238, v11)
    v240 = Question('len(budget_lines) == 0', {'server': v239, 'device': v239, 'licence': v239, 'contract': v239})
    v241 = Template((v121, ' is due for renewal on ', v222, ', and no budget line names it',))
    v242 = Parameter('horizon', '24 months', v228)
    v243 = fact('asset', 'annual_cost')
    v244 = Path('subject', (v243,))
    v245 = fact('asset', 'planned_end')
    v246 = Path('subject', (v245,))
    v247 = source('budget.yaml')
    v248 = fact('envelope', 'capital_budgeted')
    v249 = Path('subject', (v248,))
    v250 = fact('envelope', 'capital')
    v251 = Path('subject', (v250,))
    v252 = Comparison('>', v249, v251)
    v253 = fact('envelope', 'revenue_budgeted')
    v254 = Path('subject', (v253,))
    v255 = fact('envelope', 'revenue')
    v256 = Path('subject', (v255,))
    v257 = Comparison('>', v254, v256)
    v258 = Junction(False, (v252, v257,))
    v259 = Question('capital_budgeted > capital or revenue_budgeted > revenue', {'envelope': v258})
    v260 = fact('envelope', 'organisation')
    v261 = Path('subject', (v260, v120,))
    v262 = fact('envelope', 'name')
    v263 = Path('subject', (v262,))
    v264 = Template((v261, ': the budget lines that draw on ', v263, ' come to ', v249, ' capital and ', v254, ' revenue; approved were ', v251, ' capital and ', v256, ' revenue',))
    v265 = Acceptability('siro', v169, ('accepted_by', 'accepted_on', 'risk',))
    v266 = fact('envelope', 'lines')
    v267 = Path('subject', (v266,))
    v268 = fact('project', 'status')
    v269 = Path('subject', (v268,))
    v270 = Type('enumeration', True, ('proposed', 'planned', 'live', 'done', 'stopped',), False)
    v271 = Constant(('planned', 'live',), v270, '', None)
    v272 = Member(v269, v271)
    v273 = Question('status in ("planned", "live")', {'project': v272})
    v274 = fact('project', 'capital_budgeted')
    v275 = Path('subject', (v274,))
    v276 = fact('project', 'cost')
    v277 = fact('cost', 'capital')
    v278 = Path('subject', (v276, v277,))
    v279 = Comparison('!=', v275, v278)
    v280 = fact('project', 'revenue_budgeted')
    v281 = Path('subject', (v280,))
    v282 = fact('cost', 'revenue')
    v283 = Path('subject', (v276, v282,))
    v284 = Comparison('!=', v281, v283)
    v285 = Junction(False, (v279, v284,))
    v286 = Question('capital_budgeted != cost.capital or revenue_budgeted != cost.revenue', {'project': v285})
    v287 = Template((v121, ' states a cost of ', v278, ' capital and ', v283, ' revenue; its budget lines come to ', v275, ' capital and ', v281, ' revenue',))
    v288 = fact('project', 'programme')
    v289 = Path('subject', (v288,))
    v290 = fact('asset', 'budgeted_by')
    v291 = Path('subject', (v290,))
    v292 = Count(v6, v291, None, v9)
    v293 = Comparison('>', v292, v11)
    v294 = fact('asset', 'unbudgeted_by')
    v295 = Path('subject', (v294,))
    v296 = Count(v6, v295, None, v9)
    v297 = Comparison('>', v296, v11)
    v298 = Junction(True, (v293, v297,))
    v299 = Question('len(budgeted_by) > 0 and len(unbudgeted_by) > 0', {'server': v298, 'device': v298, 'licence': v298, 'contract': v298})
    v300 = Template((v121, ' is due for renewal on ', v222, ', and is budgeted for by ', v291, ', but not by ', v295,))
    v301 = fact('asset', 'organisation')
    v302 = Path('subject', (v301,))
    v303 = fact('duplication', 'level')
    v304 = Path('subject', (v303,))
    v305 = Type('enumeration', True, ('product', 'service', 'function', 'capability',), False)
    v306 = Constant(('service', 'function',), v305, '', None)
    v307 = Member(v304, v306)
    v308 = Question('level in ("service", "function")', {'duplication': v307})
    v309 = Type('share', False, (), False)
    v310 = Variable(0, v309)
    v311 = fact('duplication', 'by_organisation')
    v312 = Path('subject', (v311,))
    v313 = fact('share', 'competing')
    v314 = Path(v310, (v313,))
    v315 = Constant(2, v9, '', None)
    v316 = Comparison('>=', v314, v315)
    v317 = Quantifier(False, v310, v312, v316)
    v318 = Question('any(share.competing >= 2 for share in by_organisation)', {'duplication': v317})
    v319 = fact('duplication', 'name')
    v320 = Path('subject', (v319,))
    v321 = fact('duplication', 'members')
    v322 = Path('subject', (v321,))
    v323 = Template((v320, ': ', v322, ' do the same job for one organisation (matched by ', v304, ')',))
    v324 = fact('duplication', 'key')
    v325 = Path('subject', (v324,))
    v326 = fact('duplication', 'products')
    v327 = Path('subject', (v326,))
    v328 = fact('duplication', 'annual_cost')
    v329 = Path('subject', (v328,))
    v330 = source('duplication.yaml')
    v331 = fact('duplication', 'across')
    v332 = Path('subject', (v331,))
    v333 = Comparison('>=', v332, v315)
    v334 = Question('across >= 2', {'duplication': v333})
    v335 = fact('duplication', 'organisations')
    v336 = Path('subject', (v335,))
    v337 = Template((v320, ': ', v336, ' use ', v322, ' for the same job (matched by ', v304, ')',))
    v338 = Type('enumeration', False, ('product', 'service', 'function', 'capability',), False)
    v339 = Constant('product', v338, '', 'product')
    v340 = Comparison('==', v304, v339)
    v341 = Question('level == "product"', {'duplication': v340})
    v342 = fact('share', 'instances')
    v343 = Path(v310, (v342,))
    v344 = Comparison('>=', v343, v315)
    v345 = Quantifier(False, v310, v312, v344)
    v346 = Question('any(share.instances >= 2 for share in by_organisation)', {'duplication': v345})
    v347 = Template((v320, ' runs as several separate instances in one organisation: ', v322,))
    v348 = Constant('capability', v338, '', 'capability')
    v349 = Comparison('==', v304, v348)
    v350 = Question('level == "capability"', {'duplication': v349})
    v351 = fact('share', 'platforms')
    v352 = Path(v310, (v351,))
    v353 = Comparison('>=', v352, v315)
    v354 = Quantifier(False, v310, v312, v353)
    v355 = Question('any(share.platforms >= 2 for share in by_organisation)', {'duplication': v354})
    v356 = Template(('Platforms that offer the same capability, ', v320, ': ', v322,))
    v357 = fact('product', 'versions_in_use')
    v358 = Path('subject', (v357,))
    v359 = Count(v6, v358, None, v9)
    v360 = Constant(3, v9, '', None)
    v361 = Comparison('>=', v359, v360)
    v362 = Question('len(versions_in_use) >= 3', {'product': v361})
    v363 = fact('product', 'name')
    v364 = Path('subject', (v363,))
    v365 = Template((v364, ' is in use in several versions: ', v358,))
    v366 = fact('asset', 'environment')
    v367 = Path('subject', (v366,))
    v368 = Type('enumeration', False, ('production', 'test', 'training', 'development',), False)
    v369 = Constant('production', v368, '', 'production')
    v370 = Comparison('==', v367, v369)
    v371 = Question('environment == "production"', {'application': v370})
    v372 = Type('application', False, (), False)
    v373 = Variable(0, v372)
    v374 = fact('application', 'probable_twins')
    v375 = Path('subject', (v374,))
    v376 = Count(v373, v375, None, v9)
    v377 = Comparison('>', v376, v11)
    v378 = Question('len(probable_twins) > 0', {'application': v377})
    v379 = Template((v121, ' and ', v375, ' are probably one system, recorded twice',))
    v380 = fact('application', 'users')
    v381 = fact('users', 'active')
    v382 = Path('subject', (v380, v381,))
    v383 = Operation('multiply_numbers', (v382, v315,), v9)
    v384 = fact('users', 'named')
    v385 = Path('subject', (v380, v384,))
    v386 = Comparison('<', v383, v385)
    v387 = Question('users.active * 2 < users.named', {'application': v386})
    v388 = Template((v121, ' has ', v385, ' named users, of whom ', v382, ' use it',))
    v389 = Question('state in ("live", "retiring")', {'application': v105, 'server': v105, 'device': v105, 'api': v105})
    v390 = Question('environment == "production"', {'application': v370, 'server': v370, 'device': v370, 'api': v370})
    v391 = fact('asset', 'needed_by')
    v392 = Path('subject', (v391,))
    v393 = Count(v160, v392, None, v9)
    v394 = Comparison('==', v393, v11)
    v395 = fact('asset', 'ready_for')
    v396 = Path('subject', (v395,))
    v397 = Count(v160, v396, None, v9)
    v398 = Comparison('==', v397, v11)
    v399 = fact('asset', 'serves_people')
    v400 = Path('subject', (v399,))
    v401 = Truth(v400)
    v402 = Negation(v401)
    v403 = Junction(True, (v394, v398, v402,))
    v404 = Question('len(needed_by) == 0 and len(ready_for) == 0 and not serves_people', {'application': v403, 'server': v403, 'device': v403, 'api': v403})
    v405 = Template(('Nothing on record needs ', v121, ' or is served by it',))
    v406 = fact('asset', 'owner')
    v407 = Path('subject', (v406,))
    v408 = Type('enumeration', False, ('proposed', 'planned', 'live', 'retiring', 'retired',), False)
    v409 = Constant('retired', v408, '', 'retired')
    v410 = Comparison('==', v102, v409)
    v411 = Quantifier(False, v160, v392, v164)
    v412 = Junction(True, (v410, v411,))
    v413 = Question('state == "retired" and any(user.state in ("live", "retiring") for user in needed_by)', {'asset': v412})
    v414 = Template((v121, ' is retired, and still needed by ', v392,))
    v415 = Acceptability('enterprise-architect', v169, ('accepted_by', 'accepted_on', 'risk',))
    v416 = fact('asset', 'status')
    v417 = Path('subject', (v416,))
    v418 = fact('asset', 'until')
    v419 = Path('subject', (v418,))
    v420 = Question('state in ("live", "retiring")', {'asset': v105})
    v421 = fact('asset', 'review_by')
    v422 = Path('subject', (v421,))
    v423 = Comparison('<', v422, v68)
    v424 = Question('review_by < today', {'asset': v423})
    v425 = fact('asset', 'reviewed')
    v426 = Path('subject', (v425,))
    v427 = Template((v121, ' was to be reviewed by ', v422, ' (last reviewed: ', v426, ')',))
    v428 = fact('asset', 'disposition')
    v429 = Path('subject', (v428,))
    v430 = Type('enumeration', False, ('tolerate', 'invest', 'migrate', 'eliminate',), False)
    v431 = Constant('eliminate', v430, '', 'eliminate')
    v432 = Comparison('==', v429, v431)
    v433 = Type('project', False, (), False)
    v434 = Variable(0, v433)
    v435 = fact('asset', 'funded_by')
    v436 = Path('subject', (v435,))
    v437 = Count(v434, v436, None, v9)
    v438 = Comparison('>', v437, v11)
    v439 = Junction(True, (v432, v438,))
    v440 = Question('disposition == "eliminate" and len(funded_by) > 0', {'asset': v439})
    v441 = Template((v121, ' is to be eliminated, and ', v436, ' still puts money into it',))
    v442 = Question('state in ("live", "retiring")', {'application': v105, 'service': v105, 'api': v105, 'dataset': v105})
    v443 = Missing(v407)
    v444 = Question('missing(owner)', {'application': v443, 'service': v443, 'api': v443, 'dataset': v443})
    v445 = Template((v121, ' has no business owner on record',))
    v446 = fact('asset', 'criticality')
    v447 = Path('subject', (v446,))
    v448 = source('governance.yaml')
    v449 = Type('enumeration', False, ('proposed', 'planned', 'live', 'done', 'stopped',), False)
    v450 = Constant('live', v449, '', 'live')
    v451 = Comparison('==', v269, v450)
    v452 = Question('status == "live"', {'project': v451})
    v453 = fact('project', 'business_case')
    v454 = Path('subject', (v453,))
    v455 = Missing(v454)
    v456 = fact('business_case', 'appropriateness')
    v457 = Path('subject', (v453, v456,))
    v458 = Missing(v457)
    v459 = Type('enumeration', False, ('pass', 'fail',), False)
    v460 = Constant('fail', v459, '', 'fail')
    v461 = Comparison('==', v457, v460)
    v462 = fact('business_case', 'value_for_money')
    v463 = Path('subject', (v453, v462,))
    v464 = Missing(v463)
    v465 = Comparison('==', v463, v460)
    v466 = Junction(False, (v455, v458, v461, v464, v465,))
    v467 = Question('missing(business_case) or missing(business_case.appropriateness) or business_case.appropriateness == "fail" or missing(business_case.value_for_money) or business_case.value_for_money == "fail"', {'project': v466})
    v468 = Template((v121, ' is under way, and its business case has not passed both tests, appropriateness and value for money',))
    v469 = fact('business_case', 'approved')
    v470 = Path('subject', (v453, v469,))
    v471 = fact('milestone', 'project')
    v472 = Path('subject', (v471, v268,))
    v473 = Member(v472, v271)
    v474 = Question('project.status in ("planned", "live")', {'milestone': v473})
    v475 = fact('milestone', 'due')
    v476 = Path('subject', (v475,))
    v477 = Comparison('<', v476, v68)
    v478 = fact('milestone', 'done')
    v479 = Path('subject', (v478,))
    v480 = Comparison('>', v479, v68)
    v481 = Junction(True, (v477, v480,))
    v482 = Question('due < today and done > today', {'milestone': v481})
    v483 = Path('subject', (v471, v120,))
    v484 = fact('milestone', 'name')
    v485 = Path('subject', (v484,))
    v486 = Template((v483, ': ', v485, ' was due on ', v476, ' and is not done',))
    v487 = Term(3, 0)
    v488 = Acceptability('enterprise-architect', v487, ('accepted_by', 'accepted_on', 'risk',))
    v489 = fact('milestone', 'reported')
    v490 = Path('subject', (v489,))
    v491 = Comparison('==', v472, v450)
    v492 = Question('project.status == "live"', {'milestone': v491})
    v493 = fact('milestone', 'heard')
    v494 = Path('subject', (v493,))
    v495 = Constant(v487, v227, 'silence', '3 months')
    v496 = Operation('subtract_term', (v68, v495,), v229)
    v497 = Comparison('<', v494, v496)
    v498 = Junction(True, (v480, v497,))
    v499 = Question('done > today and heard < today - silence', {'milestone': v498})
    v500 = Template((v483, ': nothing has been reported of ', v485, ' since ', v494,))
    v501 = Parameter('silence', '3 months', v495)
    v502 = Type('collision', False, (), False)
    v503 = Variable(0, v502)
    v504 = fact('project', 'collisions')
    v505 = Path('subject', (v504,))
    v506 = Count(v503, v505, None, v9)
    v507 = Comparison('>', v506, v11)
    v508 = Question('len(collisions) > 0', {'project': v507})
    v509 = Template((v121, ' collides with ', v505,))
    v510 = fact('project', 'team')
    v511 = Path('subject', (v510,))
    v512 = fact('change', 'project')
    v513 = Path('subject', (v512, v268,))
    v514 = Member(v513, v271)
    v515 = fact('change', 'on')
    v516 = Path('subject', (v515,))
    v517 = Comparison('>=', v516, v68)
    v518 = Junction(True, (v514, v517,))
    v519 = Question('project.status in ("planned", "live") and on >= today', {'change': v518})
    v520 = fact('change', 'obstacles')
    v521 = Path('subject', (v520,))
    v522 = Count(v6, v521, None, v9)
    v523 = Comparison('>', v522, v11)
    v524 = Question('len(obstacles) > 0', {'change': v523})
    v525 = Path('subject', (v512, v120,))
    v526 = fact('change', 'label')
    v527 = Path('subject', (v526,))
    v528 = Template((v525, ': the change ', v527, ' cannot be applied: ', v521,))
    v529 = Path('subject', (v512, v510,))
    v530 = fact('benefit', 'project')
    v531 = Path('subject', (v530, v268,))
    v532 = Constant(('planned', 'live', 'done',), v270, '', None)
    v533 = Member(v531, v532)
    v534 = Question('project.status in ("planned", "live", "done")', {'benefit': v533})
    v535 = fact('benefit', 'due')
    v536 = Path('subject', (v535,))
    v537 = Comparison('<', v536, v68)
    v538 = fact('benefit', 'actual')
    v539 = Path('subject', (v538,))
    v540 = Missing(v539)
    v541 = Junction(True, (v537, v540,))
    v542 = Question('due < today and missing(actual)', {'benefit': v541})
    v543 = Path('subject', (v530, v120,))
    v544 = fact('benefit', 'name')
    v545 = Path('subject', (v544,))
    v546 = Template((v543, ' promised ', v545, ' by ', v536, ', and nobody has recorded what came of it',))
    v547 = fact('benefit', 'planned')
    v548 = Path('subject', (v547,))
    v549 = Constant(('planned', 'retiring',), v103, '', None)
    v550 = Member(v102, v549)
    v551 = Question('state in ("planned", "retiring")', {'asset': v550})
    v552 = fact('asset', 'timed_by')
    v553 = Path('subject', (v552,))
    v554 = Count(v434, v553, None, v9)
    v555 = Comparison('==', v554, v11)
    v556 = Question('len(timed_by) == 0', {'asset': v555})
    v557 = Template((v121, ' is ', v102, ', and no project says when that will be done',))
    v558 = fact('asset', 'begins')
    v559 = Path('subject', (v558,))
    v560 = fact('installation', 'product')
    v561 = fact('product', 'standard')
    v562 = Path('subject', (v560, v561,))
    v563 = Type('enumeration', False, ('approved', 'contain', 'prohibited',), False)
    v564 = Constant('prohibited', v563, '', 'prohibited')
    v565 = Comparison('==', v562, v564)
    v566 = Question('product.standard == "prohibited"', {'installation': v565})
    v567 = Ladder((('high', v566,),), 'medium')
    v568 = fact('installation', 'asset')
    v569 = Path('subject', (v568, v101,))
    v570 = Member(v569, v104)
    v571 = Question('state in ("live", "retiring")', {'installation': v570})
    v572 = Missing(v562)
    v573 = Negation(v572)
    v574 = Question('not missing(product.standard)', {'installation': v573})
    v575 = Type('enumeration', True, ('approved', 'contain', 'prohibited',), False)
    v576 = Constant(('contain', 'prohibited',), v575, '', None)
    v577 = Member(v562, v576)
    v578 = Question('product.standard in ("contain", "prohibited")', {'installation': v577})
    v579 = Path('subject', (v568, v120,))
    v580 = Path('subject', (v560, v363,))
    v581 = Template((v579, ' runs ', v580, ', marked ', v562, ' in the standards catalogue',))
    v582 = Path('subject', (v568, v428,))
    v583 = fact('entry', 'verified')
    v584 = Path('subject', (v583,))
    v585 = Missing(v584)
    v586 = Constant(v123, v227, 'age', '12 months')
    v587 = Operation('subtract_term', (v68, v586,), v229)
    v588 = Comparison('<', v584, v587)
    v589 = Junction(False, (v585, v588,))
    v590 = Question('missing(verified) or verified < today - age', {'application': v589, 'server': v589, 'device': v589, 'api': v589})
    v591 = Template(('The record of ', v121, ' has not been checked within ', v586, ' (last: ', v584, ')',))
    v592 = Parameter('age', '12 months', v586)
    v593 = fact('entry', 'source')
    v594 = Path('subject', (v593,))
    v595 = fact('estate', 'catalogue_as_of')
    v596 = Path('scope', (v595,))
    v597 = Type('duration', False, (), False)
    v598 = Constant(timedelta(90, 0, 0), v597, 'age', '90 days')
    v599 = Operation('subtract_duration', (v68, v598,), v229)
    v600 = Comparison('<', v596, v599)
    v601 = Question('catalogue_as_of < today - age', {'estate': v600})
    v602 = Term(0, 90)
    v603 = Constant(v602, v227, 'age', '90 days')
    v604 = Template(('The lifecycle catalogue is of ', v596, ', more than ', v603, ' ago',))
    v605 = Parameter('age', '90 days', v603)
    v606 = fact('application', 'hosted')
    v607 = Path('subject', (v606,))
    v608 = Truth(v607)
    v609 = Question('hosted', {'application': v608})
    v610 = fact('application', 'hosted_assessment')
    v611 = Path('subject', (v610,))
    v612 = Missing(v611)
    v613 = Question('missing(hosted_assessment)', {'application': v612})
    v614 = Template((v121, ' is hosted, and no hosted-services assessment is recorded',))
    v615 = fact('application', 'hosting')
    v616 = Path('subject', (v615,))
    v617 = fact('application', 'service_model')
    v618 = Path('subject', (v617,))
    v619 = fact('application', 'personal_data')
    v620 = Path('subject', (v619,))
    v621 = source('hosting.yaml')
    v622 = fact('hosted_assessment', 'assessed')
    v623 = Path('subject', (v610, v622,))
    v624 = Constant(v226, v227, 'age', '24 months')
    v625 = Operation('subtract_term', (v68, v624,), v229)
    v626 = Comparison('<', v623, v625)
    v627 = Question('hosted_assessment.assessed < today - age', {'application': v626})
    v628 = Template((v121, ' has not been assessed as a hosted service within ', v624, ' (last: ', v623, ')',))
    v629 = Parameter('age', '24 months', v624)
    v630 = Type('enumeration', True, ('none', 'personal', 'special-category',), False)
    v631 = Constant(('personal', 'special-category',), v630, '', None)
    v632 = Member(v620, v631)
    v633 = fact('hosted_assessment', 'data_location')
    v634 = Path('subject', (v610, v633,))
    v635 = Missing(v634)
    v636 = Junction(True, (v632, v635,))
    v637 = Question('personal_data in ("personal", "special-category") and missing(hosted_assessment.data_location)', {'application': v636})
    v638 = Template((v121, ' holds ', v620, ' data, and its assessment does not say where',))
    v639 = fact('hosted_assessment', 'sub_processors')
    v640 = Path('subject', (v610, v639,))
    v641 = fact('hosted_assessment', 'impact_assessment')
    v642 = Path('subject', (v610, v641,))
    v643 = Missing(v642)
    v644 = Junction(True, (v632, v643,))
    v645 = Question('personal_data in ("personal", "special-category") and missing(hosted_assessment.impact_assessment)', {'application': v644})
    v646 = Template((v121, ' holds ', v620, ' data, and no data protection impact assessment is recorded',))
    v647 = fact('asset', 'information_asset_owner')
    v648 = Path('subject', (v647,))
    v649 = fact('hosted_assessment', 'exit_plan')
    v650 = Path('subject', (v610, v649,))
    v651 = Missing(v650)
    v652 = Truth(v650)
    v653 = Negation(v652)
    v654 = Junction(False, (v651, v653,))
    v655 = Question('missing(hosted_assessment.exit_plan) or not hosted_assessment.exit_plan', {'application': v654})
    v656 = Template((v121, ' is hosted, and its assessment records no exit plan',))
    v657 = fact('hosted_assessment', 'driver')
    v658 = Path('subject', (v610, v657,))
    v659 = fact('application', 'proofs')
    v660 = Path('subject', (v659,))
    v661 = Missing(v660)
    v662 = Type('proof', False, (), False)
    v663 = Variable(0, v662)
    v664 = fact('proof', 'expires')
    v665 = Path(v663, (v664,))
    v666 = Comparison('<', v665, v68)
    v667 = Quantifier(False, v663, v660, v666)
    v668 = Junction(False, (v661, v667,))
    v669 = Question('missing(proofs) or any(proof.expires < today for proof in proofs)', {'application': v668})
    v670 = Template((v121, ' is hosted, and a certificate is missing or has expired (on record: ', v660, ')',))
    v671 = fact('asset', 'supplied_by')
    v672 = Path('subject', (v671,))
    v673 = fact('application', 'mfa')
    v674 = Path('subject', (v673,))
    v675 = Truth(v674)
    v676 = Negation(v675)
    v677 = Question('not mfa', {'application': v676})
    v678 = Template((v121, ' is hosted, and is stated to be without multi-factor authentication',))
    v679 = Acceptability('siro', v487, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan', 'target',))
    v680 = fact('application', 'authentication')
    v681 = Path('subject', (v680,))
    v682 = fact('hosted_assessment', 'options_appraisal')
    v683 = Path('subject', (v610, v682,))
    v684 = Missing(v683)
    v685 = Truth(v683)
    v686 = Negation(v685)
    v687 = Junction(False, (v684, v686,))
    v688 = Question('missing(hosted_assessment.options_appraisal) or not hosted_assessment.options_appraisal', {'application': v687})
    v689 = Template((v121, ' is hosted, and its assessment records no appraisal of the other options',))
    v690 = Ladder((), 'info')
    v691 = fact('application', 'cloud')
    v692 = Path('subject', (v691,))
    v693 = Type('enumeration', False, ('native', 'adapted', 'rehosted',), False)
    v694 = Constant('rehosted', v693, '', 'rehosted')
    v695 = Comparison('==', v692, v694)
    v696 = Question('cloud == "rehosted"', {'application': v695})
    v697 = Template((v121, ' is hosted as it was: moved to the cloud, not built for it',))
    v698 = fact('hosted_assessment', 'sla')
    v699 = fact('service_level', 'rto')
    v700 = Path('subject', (v610, v698, v699,))
    v701 = fact('application', 'recovery')
    v702 = fact('recovery', 'rto')
    v703 = Path('subject', (v701, v702,))
    v704 = Comparison('>', v700, v703)
    v705 = Question('hosted_assessment.sla.rto > recovery.rto', {'application': v704})
    v706 = Template((v121, ' must be back within ', v703, ", and its supplier's recovery time is ", v700,))
    v707 = fact('recovery', 'mtpd')
    v708 = Path('subject', (v701, v707,))
    v709 = Type('service', False, (), False)
    v710 = Variable(0, v709)
    v711 = fact('supplier', 'critical_services')
    v712 = Path('subject', (v711,))
    v713 = Count(v710, v712, None, v9)
    v714 = Constant(3, v9, 'most', '3')
    v715 = Comparison('>=', v713, v714)
    v716 = Question('len(critical_services) >= most', {'supplier': v715})
    v717 = Template((v121, ' stands behind critical services: ', v712,))
    v718 = Parameter('most', '3', v714)
    v719 = fact('supplier', 'certificates')
    v720 = Path('subject', (v719,))
    v721 = Type('enumeration', False, ('on-premise', 'hosted', 'partner', 'hybrid',), False)
    v722 = Constant('partner', v721, '', 'partner')
    v723 = Comparison('==', v616, v722)
    v724 = Question('hosting == "partner"', {'application': v723})
    v725 = Type('agreement', False, (), False)
    v726 = Variable(0, v725)
    v727 = fact('application', 'agreements')
    v728 = Path('subject', (v727,))
    v729 = fact('agreement', 'in_force')
    v730 = Path(v726, (v729,))
    v731 = Truth(v730)
    v732 = Quantifier(False, v726, v728, v731)
    v733 = Negation(v732)
    v734 = Question('not any(agreement.in_force for agreement in agreements)', {'application': v733})
    v735 = Template((v121, ' is run by a partner, and no agreement is in force (on record: ', v728, ')',))
    v736 = fact('application', 'partner')
    v737 = fact('partner', 'lead')
    v738 = Path('subject', (v736, v737,))
    v739 = Path('subject', (v736,))
    v740 = Missing(v739)
    v741 = Missing(v738)
    v742 = fact('partner', 'contact')
    v743 = Path('subject', (v736, v742,))
    v744 = Missing(v743)
    v745 = Junction(False, (v740, v741, v744,))
    v746 = Question('missing(partner) or missing(partner.lead) or missing(partner.contact)', {'application': v745})
    v747 = Template((v121, ' is run by a partner, and its lead body or contact is not recorded (lead: ', v738, '; contact: ', v743, ')',))
    v748 = fact('partner', 'agreement')
    v749 = Path('subject', (v736, v748,))
    v750 = fact('partner', 'access_route')
    v751 = Path('subject', (v736, v750,))
    v752 = Question('state in ("live", "retiring")', {'application': v105, 'server': v105})
    v753 = fact('application', 'legacy_assessment')
    v754 = Path('subject', (v753,))
    v755 = Missing(v754)
    v756 = Negation(v755)
    v757 = fact('server', 'legacy_assessment')
    v758 = Path('subject', (v757,))
    v759 = Missing(v758)
    v760 = Negation(v759)
    v761 = Question('not missing(legacy_assessment)', {'application': v756, 'server': v760})
    v762 = Variable(0, v9)
    v763 = fact('asset', 'legacy_likelihoods')
    v764 = Path('subject', (v763,))
    v765 = Path(v762, ())
    v766 = Constant(3, v9, 'legacy', '3')
    v767 = Comparison('>=', v765, v766)
    v768 = Quantifier(False, v762, v764, v767)
    v769 = Question('any(likelihood >= legacy for likelihood in legacy_likelihoods)', {'application': v768, 'server': v768})
    v770 = fact('asset', 'legacy_score')
    v771 = Path('subject', (v770,))
    v772 = Template((v121, ' is legacy by its own assessment (score, of 30: ', v771, ')',))
    v773 = Acceptability('enterprise-architect', v123, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v774 = Parameter('legacy', '3', v766)
    v775 = fact('legacy_assessment', 'assessed')
    v776 = Path('subject', (v753, v775,))
    v777 = fact('asset', 'funded_plan')
    v778 = Path('subject', (v777,))
    v779 = Path('subject', (v757, v775,))
    v780 = source('legacy.yaml')
    v781 = Constant(16, v9, 'red', '16')
    v782 = Comparison('>=', v771, v781)
    v783 = Count(v434, v778, None, v9)
    v784 = Comparison('==', v783, v11)
    v785 = Junction(True, (v782, v784,))
    v786 = Question('legacy_score >= red and len(funded_plan) == 0', {'application': v785, 'server': v785})
    v787 = Template((v121, ' scores ', v771, ' of 30, which is red, and no funded project deals with it',))
    v788 = Acceptability('siro', v169, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'treatment', 'plan', 'target',))
    v789 = Parameter('red', '16', v781)
    v790 = fact('asset', 'plan')
    v791 = Path('subject', (v790,))
    v792 = fact('asset', 'contradictions')
    v793 = Path('subject', (v792,))
    v794 = Count(v6, v793, None, v9)
    v795 = Comparison('>', v794, v11)
    v796 = Question('len(contradictions) > 0', {'application': v795, 'server': v795})
    v797 = Template(('The legacy assessment of ', v121, ' says better than the inventory shows: ', v793,))
    v798 = fact('legacy_assessment', 'by')
    v799 = Path('subject', (v753, v798,))
    v800 = Path('subject', (v757, v798,))
    v801 = Comparison('<', v776, v587)
    v802 = Comparison('<', v779, v587)
    v803 = Question('legacy_assessment.assessed < today - age', {'application': v801, 'server': v802})
    v804 = Template((v121, ' has not been assessed as legacy within ', v586, ' (last: ', v776, ')',))
    v805 = Template((v121, ' has not been assessed as legacy within ', v586, ' (last: ', v779, ')',))
    v806 = fact('asset', 'legacy_causes')
    v807 = Path('subject', (v806,))
    v808 = Count(v6, v807, None, v9)
    v809 = Comparison('>', v808, v11)
    v810 = Junction(True, (v809, v755,))
    v811 = Junction(True, (v809, v759,))
    v812 = Question('len(legacy_causes) > 0 and missing(legacy_assessment)', {'application': v810, 'server': v811})
    v813 = Template((v121, ' has never been assessed as legacy: ', v807,))
    v814 = fact('application', 'skills')
    v815 = fact('skills', 'people')
    v816 = Path('subject', (v814, v815,))
    v817 = Constant(1, v9, 'fewest', '1')
    v818 = Comparison('<=', v816, v817)
    v819 = Constant(2, v9, 'fewest_for_critical', '2')
    v820 = Comparison('<=', v816, v819)
    v821 = Type('enumeration', False, ('critical', 'high', 'medium', 'low',), False)
    v822 = Constant('critical', v821, '', 'critical')
    v823 = Comparison('==', v447, v822)
    v824 = Junction(True, (v820, v823,))
    v825 = Junction(False, (v818, v824,))
    v826 = Question('skills.people <= fewest or (skills.people <= fewest_for_critical and criticality == "critical")', {'application': v825})
    v827 = Template((v121, ' hangs on too few people: the number who can keep it running is ', v816,))
    v828 = Parameter('fewest', '1', v817)
    v829 = Parameter('fewest_for_critical', '2', v819)
    v830 = fact('application', 'support_model')
    v831 = Path('subject', (v830,))
    v832 = fact('asset', 'technical_owner')
    v833 = Path('subject', (v832,))
    v834 = Question('state in ("live", "retiring")', {'licence': v105})
    v835 = fact('licence', 'ends')
    v836 = Path('subject', (v835,))
    v837 = Comparison('<', v836, v68)
    v838 = Type('licence_use', False, (), False)
    v839 = Variable(0, v838)
    v840 = fact('licence', 'uses')
    v841 = Path('subject', (v840,))
    v842 = Count(v839, v841, None, v9)
    v843 = Comparison('>', v842, v11)
    v844 = Junction(True, (v837, v843,))
    v845 = Question('ends < today and len(uses) > 0', {'licence': v844})
    v846 = Template((v121, ' ended on ', v836, ', and is still used by ', v841,))
    v847 = fact('licence', 'product')
    v848 = Path('subject', (v847,))
    v849 = fact('licence', 'metric')
    v850 = Path('subject', (v849,))
    v851 = source('licences.yaml')
    v852 = fact('licence', 'surplus_at_most')
    v853 = Path('subject', (v852,))
    v854 = Comparison('<', v853, v11)
    v855 = fact('licence', 'surplus')
    v856 = Path('subject', (v855,))
    v857 = Comparison('<', v856, v11)
    v858 = Junction(False, (v854, v857,))
    v859 = Question('surplus_at_most < 0 or surplus < 0', {'licence': v858})
    v860 = fact('licence', 'deployed_at_least')
    v861 = Path('subject', (v860,))
    v862 = fact('licence', 'quantity')
    v863 = Path('subject', (v862,))
    v864 = Template((v121, ': at least ', v861, ' in use, ', v863, ' bought (counted by ', v850, ')',))
    v865 = fact('licence', 'unused_share')
    v866 = Path('subject', (v865,))
    v867 = Constant(0.1, v9, 'share', '0.1')
    v868 = Comparison('>=', v866, v867)
    v869 = Comparison('>=', v836, v68)
    v870 = Junction(True, (v868, v869,))
    v871 = Question('unused_share >= share and ends >= today', {'licence': v870})
    v872 = Template((v121, ': of ', v863, ' bought, ', v856, ' are not in use (counted by ', v850, ')',))
    v873 = Parameter('share', '0.1', v867)
    v874 = fact('licence', 'deployed')
    v875 = Path('subject', (v874,))
    v876 = fact('installation', 'product_licensed')
    v877 = Path('subject', (v876,))
    v878 = Truth(v877)
    v879 = Question('product_licensed', {'installation': v878})
    v880 = fact('installation', 'licensed')
    v881 = Path('subject', (v880,))
    v882 = Truth(v881)
    v883 = Negation(v882)
    v884 = Question('not licensed', {'installation': v883})
    v885 = fact('installation', 'version')
    v886 = Path('subject', (v885,))
    v887 = Template((v579, ' runs ', v580, ' ', v886, ', and no licence for it covers this asset',))
    v888 = fact('asset', 'licensed_by')
    v889 = Path('subject', (v568, v888,))
    v890 = Question('state in ("live", "retiring")', {'contract': v105})
    v891 = fact('contract', 'auto_renews')
    v892 = Path('subject', (v891,))
    v893 = Truth(v892)
    v894 = fact('contract', 'notice_by')
    v895 = Path('subject', (v894,))
    v896 = Comparison('<', v895, v68)
    v897 = fact('contract', 'needed_until')
    v898 = Path('subject', (v897,))
    v899 = fact('contract', 'current_end')
    v900 = Path('subject', (v899,))
    v901 = Comparison('<=', v898, v900)
    v902 = fact('contract', 'renewed_end')
    v903 = Path('subject', (v902,))
    v904 = Comparison('<', v898, v903)
    v905 = Junction(False, (v901, v904,))
    v906 = Junction(True, (v893, v896, v905,))
    v907 = Question('auto_renews and notice_by < today and (needed_until <= current_end or needed_until < renewed_end)', {'contract': v906})
    v908 = Template(('Notice on the contract ', v121, ' was due by ', v895, ': it runs on (until ', v903, '), and what it covers is planned to be gone by ', v898,))
    v909 = fact('contract', 'value')
    v910 = Path('subject', (v909,))
    v911 = fact('contract', 'notice')
    v912 = Path('subject', (v911,))
    v913 = fact('contract', 'covered')
    v914 = Path('subject', (v913,))
    v915 = Comparison('>=', v895, v68)
    v916 = Constant(timedelta(1, 0, 0), v597, '', '1 day')
    v917 = Constant(90, v9, 'days', '90')
    v918 = Operation('multiply_duration', (v916, v917,), v597)
    v919 = Operation('add_duration', (v68, v918,), v229)
    v920 = Comparison('<=', v895, v919)
    v921 = Junction(True, (v893, v915, v920,))
    v922 = Question('auto_renews and notice_by >= today and notice_by <= today + days * "1 day"', {'contract': v921})
    v923 = fact('contract', 'renews_for')
    v924 = Path('subject', (v923,))
    v925 = Template(('Notice on the contract ', v121, ' must be given by ', v895, ', or it renews (term: ', v924, ')',))
    v926 = Parameter('days', '90', v917)
    v927 = Comparison('>=', v900, v68)
    v928 = Comparison('>', v900, v898)
    v929 = Junction(True, (v927, v928,))
    v930 = Question('current_end >= today and current_end > needed_until', {'contract': v929})
    v931 = Template(('The contract ', v121, ' (end: ', v900, ') outlives what it covers, which is planned to be gone by ', v898,))
    v932 = Negation(v893)
    v933 = Question('not auto_renews', {'contract': v932})
    v934 = fact('estate', 'policy')
    v935 = fact('policy', 'horizons')
    v936 = Path('scope', (v934, v935,))
    v937 = Element(v936, 0)
    v938 = Operation('add_term', (v68, v937,), v229)
    v939 = Comparison('<=', v900, v938)
    v940 = Comparison('<', v900, v898)
    v941 = fact('contract', 'replaced')
    v942 = Path('subject', (v941,))
    v943 = Truth(v942)
    v944 = Negation(v943)
    v945 = Junction(True, (v939, v940, v944,))
    v946 = Question('current_end <= today + policy.horizons[0] and current_end < needed_until and not replaced', {'contract': v945})
    v947 = Template(('The contract ', v121, ' ends on ', v900, ', before what it covers (', v914, '), and no contract replaces it',))
    v948 = Constant(5000, v9, 'threshold', '5000')
    v949 = Comparison('>', v910, v948)
    v950 = Question('value > threshold', {'contract': v949})
    v951 = fact('contract', 'unpublished_fields')
    v952 = Path('subject', (v951,))
    v953 = Count(v6, v952, None, v9)
    v954 = Comparison('>', v953, v11)
    v955 = Question('len(unpublished_fields) > 0', {'contract': v954})
    v956 = Template(('The register entry of the contract ', v121, ' lacks ', v952,))
    v957 = Parameter('threshold', '5000', v948)
    v958 = fact('asset', 'reorganises')
    v959 = Path('subject', (v958,))
    v960 = Truth(v959)
    v961 = fact('asset', 'vesting')
    v962 = Path('subject', (v961,))
    v963 = Comparison('>=', v246, v962)
    v964 = Junction(True, (v960, v963,))
    v965 = Question('reorganises and planned_end >= vesting', {'asset': v964})
    v966 = fact('asset', 'successor')
    v967 = Path('subject', (v966,))
    v968 = Missing(v967)
    v969 = Question('missing(successor)', {'asset': v968})
    v970 = Template(('No successor is named for ', v121, ', and vesting day is ', v962,))
    v971 = fact('asset', 'organisations')
    v972 = Path('subject', (v971,))
    v973 = source('reorganisation.yaml')
    v974 = Count(v6, v972, None, v9)
    v975 = Comparison('>=', v974, v315)
    v976 = Junction(True, (v960, v975, v963,))
    v977 = Question('reorganises and len(organisations) >= 2 and planned_end >= vesting', {'asset': v976})
    v978 = fact('asset', 'successors')
    v979 = Path('subject', (v978,))
    v980 = Count(v6, v979, None, v9)
    v981 = Comparison('>=', v980, v315)
    v982 = Question('len(successors) >= 2', {'asset': v981})
    v983 = Template((v121, ' is shared by ', v972, ', who part on ', v962, ': it would belong to ', v979,))
    v984 = Acceptability('siro', v123, ('accepted_by', 'accepted_on', 'risk', 'plan', 'target',))
    v985 = Junction(True, (v960, v915, v963,))
    v986 = Question('reorganises and notice_by >= today and planned_end >= vesting', {'contract': v985})
    v987 = Comparison('<', v895, v962)
    v988 = Question('notice_by < vesting', {'contract': v987})
    v989 = Template(('Notice on the contract ', v121, ' must be given by ', v895, ', before vesting day on ', v962,))
    v990 = fact('contract', 'novation')
    v991 = Path('subject', (v990,))
    v992 = fact('exception', 'reorganises')
    v993 = Path('subject', (v992,))
    v994 = Truth(v993)
    v995 = Junction(True, (v3, v79, v994,))
    v996 = Question('standing and not lapsed and reorganises', {'exception': v995})
    v997 = fact('exception', 'vesting')
    v998 = Path('subject', (v997,))
    v999 = Comparison('>=', v66, v998)
    v1000 = Question('last_day >= vesting', {'exception': v999})
    v1001 = Template(('The acceptance ', v15, ' runs until ', v66, ', and the organisation that gave it ceases on ', v998,))
    v1002 = fact('exception', 'organisation')
    v1003 = Path('subject', (v1002,))
    v1004 = fact('exception', 'accepted_by')
    v1005 = Path('subject', (v1004,))
    v1006 = fact('dependency', 'strength')
    v1007 = Path('subject', (v1006,))
    v1008 = Type('enumeration', False, ('hard', 'soft',), False)
    v1009 = Constant('hard', v1008, '', 'hard')
    v1010 = Comparison('==', v1007, v1009)
    v1011 = fact('dependency', 'source')
    v1012 = fact('asset', 'kind')
    v1013 = Path('subject', (v1011, v1012,))
    v1014 = Type('enumeration', True, ('application', 'server', 'device', 'site', 'connection', 'licence', 'contract', 'agreement', 'api', 'dataset', 'service',), False)
    v1015 = Constant(('application', 'server',), v1014, '', None)
    v1016 = Member(v1013, v1015)
    v1017 = Path('subject', (v1011, v366,))
    v1018 = Comparison('==', v1017, v369)
    v1019 = Path('subject', (v1011, v101,))
    v1020 = Member(v1019, v104)
    v1021 = Junction(True, (v1010, v1016, v1018, v1020,))
    v1022 = Question('strength == "hard" and source.kind in ("application", "server") and source.environment == "production" and source.state in ("live", "retiring")', {'dependency': v1021})
    v1023 = fact('dependency', 'back_in')
    v1024 = Path('subject', (v1023,))
    v1025 = fact('dependency', 'due_in')
    v1026 = Path('subject', (v1025,))
    v1027 = Comparison('>', v1024, v1026)
    v1028 = fact('dependency', 'least_back_in')
    v1029 = Path('subject', (v1028,))
    v1030 = Comparison('>', v1029, v1026)
    v1031 = Junction(False, (v1027, v1030,))
    v1032 = Question('back_in > due_in or least_back_in > due_in', {'dependency': v1031})
    v1033 = Path('subject', (v1011, v120,))
    v1034 = fact('dependency', 'relation')
    v1035 = Path('subject', (v1034,))
    v1036 = fact('dependency', 'targets')
    v1037 = Path('subject', (v1036,))
    v1038 = Template((v1033, ' must be back within ', v1026, ', and what it needs (', v1035, ': ', v1037, ') takes at least ', v1029, ' to recover',))
    v1039 = Acceptability('siro', v123, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'plan',))
    v1040 = fact('asset', 'critical_services')
    v1041 = Path('subject', (v1011, v1040,))
    v1042 = source('resilience.yaml')
    v1043 = fact('dependency', 'loses')
    v1044 = Path('subject', (v1043,))
    v1045 = fact('dependency', 'may_lose')
    v1046 = Path('subject', (v1045,))
    v1047 = Comparison('>', v1044, v1046)
    v1048 = fact('dependency', 'least_loss')
    v1049 = Path('subject', (v1048,))
    v1050 = Comparison('>', v1049, v1046)
    v1051 = Junction(False, (v1047, v1050,))
    v1052 = Question('loses > may_lose or least_loss > may_lose', {'dependency': v1051})
    v1053 = Template((v1033, ' may lose ', v1046, ' of data, and what it needs (', v1035, ': ', v1037, ') loses at least ', v1049,))
    v1054 = Question('environment == "production"', {'application': v370, 'server': v370})
    v1055 = fact('asset', 'effective_rto')
    v1056 = Path('subject', (v1055,))
    v1057 = Comparison('>', v1056, v708)
    v1058 = fact('asset', 'least_rto')
    v1059 = Path('subject', (v1058,))
    v1060 = Comparison('>', v1059, v708)
    v1061 = Junction(False, (v1057, v1060,))
    v1062 = fact('server', 'recovery')
    v1063 = Path('subject', (v1062, v707,))
    v1064 = Comparison('>', v1056, v1063)
    v1065 = Comparison('>', v1059, v1063)
    v1066 = Junction(False, (v1064, v1065,))
    v1067 = Question('effective_rto > recovery.mtpd or least_rto > recovery.mtpd', {'application': v1061, 'server': v1066})
    v1068 = Template((v121, ' takes at least ', v1059, ' to recover, and can be done without for only ', v708,))
    v1069 = Template((v121, ' takes at least ', v1059, ' to recover, and can be done without for only ', v1063,))
    v1070 = Path('subject', (v1040,))
    v1071 = Path('subject', (v1062, v702,))
    v1072 = Count(v710, v1070, None, v9)
    v1073 = Comparison('>', v1072, v11)
    v1074 = Junction(True, (v370, v1073,))
    v1075 = Question('environment == "production" and len(critical_services) > 0', {'application': v1074, 'server': v1074})
    v1076 = Path('subject', (v701,))
    v1077 = Missing(v1076)
    v1078 = Missing(v703)
    v1079 = fact('recovery', 'rpo')
    v1080 = Path('subject', (v701, v1079,))
    v1081 = Missing(v1080)
    v1082 = Junction(True, (v1078, v1081,))
    v1083 = Junction(False, (v1077, v1082,))
    v1084 = Path('subject', (v1062,))
    v1085 = Missing(v1084)
    v1086 = Missing(v1071)
    v1087 = Path('subject', (v1062, v1079,))
    v1088 = Missing(v1087)
    v1089 = Junction(True, (v1086, v1088,))
    v1090 = Junction(False, (v1085, v1089,))
    v1091 = Question('missing(recovery) or (missing(recovery.rto) and missing(recovery.rpo))', {'application': v1083, 'server': v1090})
    v1092 = Template((v121, ' states neither how soon it must be back nor how much data may be lost',))
    v1093 = fact('recovery', 'tested')
    v1094 = Path('subject', (v701, v1093,))
    v1095 = Constant(v123, v227, 'tested_within', '12 months')
    v1096 = Operation('subtract_term', (v68, v1095,), v229)
    v1097 = Comparison('<', v1094, v1096)
    v1098 = Path('subject', (v1062, v1093,))
    v1099 = Comparison('<', v1098, v1096)
    v1100 = Question('recovery.tested < today - tested_within', {'application': v1097, 'server': v1099})
    v1101 = Template((v121, ' has not been recovered for a test within ', v1095, ' (last: ', v1094, ')',))
    v1102 = Template((v121, ' has not been recovered for a test within ', v1095, ' (last: ', v1098, ')',))
    v1103 = Parameter('tested_within', '12 months', v1095)
    v1104 = fact('cycle', 'members')
    v1105 = Path('subject', (v1104,))
    v1106 = Quantifier(True, v160, v1105, v164)
    v1107 = Question('all(member.state in ("live", "retiring") for member in members)', {'cycle': v1106})
    v1108 = Path(v160, (v366,))
    v1109 = Comparison('==', v1108, v369)
    v1110 = Quantifier(False, v160, v1105, v1109)
    v1111 = Question('any(member.environment == "production" for member in members)', {'cycle': v1110})
    v1112 = Template((v1105, ' need one another to recover: none of them can be started first',))
    v1113 = Acceptability('enterprise-architect', v123, ('accepted_by', 'accepted_on', 'risk', 'mitigation',))
    v1114 = fact('cycle', 'way')
    v1115 = Path('subject', (v1114,))
    v1116 = Question('state in ("live", "retiring")', {'server': v105, 'device': v105, 'connection': v105, 'api': v105})
    v1117 = Question('environment == "production"', {'server': v370, 'device': v370, 'connection': v370, 'api': v370})
    v1118 = fact('asset', 'sole_support_of')
    v1119 = Path('subject', (v1118,))
    v1120 = Count(v710, v1119, None, v9)
    v1121 = Comparison('>', v1120, v11)
    v1122 = Question('len(sole_support_of) > 0', {'server': v1121, 'device': v1121, 'connection': v1121, 'api': v1121})
    v1123 = Template(('If ', v121, ' alone fails, these critical services stop: ', v1119,))
    v1124 = fact('asset', 'sites')
    v1125 = Path('subject', (v1124,))
    v1126 = Junction(True, (v370, v823,))
    v1127 = Question('environment == "production" and criticality == "critical"', {'service': v1126})
    v1128 = Type('site', False, (), False)
    v1129 = Variable(0, v1128)
    v1130 = fact('service', 'single_sites')
    v1131 = Path('subject', (v1130,))
    v1132 = Count(v1129, v1131, None, v9)
    v1133 = Comparison('>', v1132, v11)
    v1134 = Question('len(single_sites) > 0', {'service': v1133})
    v1135 = Template((v121, ' stops when one site is lost: ', v1131,))
    v1136 = fact('asset', 'holds_data')
    v1137 = Path('subject', (v1136,))
    v1138 = Truth(v1137)
    v1139 = Junction(True, (v370, v1138,))
    v1140 = Question('environment == "production" and holds_data', {'application': v1139, 'server': v1139})
    v1141 = fact('asset', 'backups')
    v1142 = Path('subject', (v1141,))
    v1143 = Count(v160, v1142, None, v9)
    v1144 = Comparison('==', v1143, v11)
    v1145 = Question('len(backups) == 0', {'application': v1144, 'server': v1144})
    v1146 = Template((v121, ' holds data, and neither it nor what it runs on is backed up',))
    v1147 = fact('asset', 'personal_data')
    v1148 = Path('subject', (v1147,))
    v1149 = fact('asset', 'backs_up_to')
    v1150 = Path('subject', (v1149,))
    v1151 = Missing(v1150)
    v1152 = Negation(v1151)
    v1153 = Junction(True, (v370, v1152,))
    v1154 = Question('environment == "production" and not missing(backs_up_to)', {'application': v1153, 'server': v1153})
    v1155 = fact('asset', 'backed_up_apart')
    v1156 = Path('subject', (v1155,))
    v1157 = Truth(v1156)
    v1158 = Negation(v1157)
    v1159 = Question('not backed_up_apart', {'application': v1158, 'server': v1158})
    v1160 = Template((v121, ' is backed up only where it stands: at ', v1125,))
    v1161 = Question('state in ("live", "retiring")', {'site': v105})
    v1162 = Question('environment == "production"', {'site': v370})
    v1163 = Type('server', False, (), False)
    v1164 = Variable(0, v1163)
    v1165 = fact('site', 'servers_there')
    v1166 = Path('subject', (v1165,))
    v1167 = Count(v1164, v1166, None, v9)
    v1168 = Comparison('>', v1167, v11)
    v1169 = Type('connection', False, (), False)
    v1170 = Variable(0, v1169)
    v1171 = fact('site', 'lines')
    v1172 = Path('subject', (v1171,))
    v1173 = Count(v1170, v1172, None, v9)
    v1174 = Constant(1, v9, '', None)
    v1175 = Comparison('==', v1173, v1174)
    v1176 = Junction(True, (v1168, v1175,))
    v1177 = Question('len(servers_there) > 0 and len(lines) == 1', {'site': v1176})
    v1178 = Template((v121, ' has servers (', v1166, ') and only one line: ', v1172,))
    v1179 = Question('state in ("live", "retiring")', {'server': v105, 'device': v105, 'connection': v105})
    v1180 = fact('asset', 'closing_sites')
    v1181 = Path('subject', (v1180,))
    v1182 = fact('site', 'closes')
    v1183 = Path(v1129, (v1182,))
    v1184 = Comparison('>', v246, v1183)
    v1185 = Quantifier(False, v1129, v1181, v1184)
    v1186 = Question('any(planned_end > site.closes for site in closing_sites)', {'server': v1185, 'device': v1185, 'connection': v1185})
    v1187 = Path('subject', (v1180, v1182,))
    v1188 = fact('asset', 'losing_place')
    v1189 = Path('subject', (v1188,))
    v1190 = Template((v121, ' stands at ', v1181, ', which closes on ', v1187, ', and nothing planned takes it away by then; what stands on it: ', v1189,))
    v1191 = source('sites.yaml')
    v1192 = Question('state in ("live", "retiring")', {'server': v105, 'device': v105})
    v1193 = fact('asset', 'own_hardware')
    v1194 = Path('subject', (v1193,))
    v1195 = Truth(v1194)
    v1196 = fact('server', 'renewal')
    v1197 = Path('subject', (v1196,))
    v1198 = Missing(v1197)
    v1199 = Negation(v1198)
    v1200 = Junction(False, (v1195, v1199,))
    v1201 = Comparison('>=', v1197, v68)
    v1202 = Element(v936, 2)
    v1203 = Operation('add_term', (v68, v1202,), v229)
    v1204 = Comparison('<=', v1197, v1203)
    v1205 = Junction(True, (v1200, v1201, v1204,))
    v1206 = fact('device', 'renewal')
    v1207 = Path('subject', (v1206,))
    v1208 = Missing(v1207)
    v1209 = Negation(v1208)
    v1210 = Junction(False, (v1195, v1209,))
    v1211 = Comparison('>=', v1207, v68)
    v1212 = Comparison('<=', v1207, v1203)
    v1213 = Junction(True, (v1210, v1211, v1212,))
    v1214 = Question('(own_hardware or not missing(renewal)) and renewal >= today and renewal <= today + policy.horizons[2]', {'server': v1205, 'device': v1213})
    v1215 = Comparison('>=', v246, v1197)
    v1216 = fact('asset', 'needed_at_renewal')
    v1217 = Path('subject', (v1216,))
    v1218 = Count(v160, v1217, None, v9)
    v1219 = Comparison('==', v1218, v11)
    v1220 = Junction(True, (v1215, v1219,))
    v1221 = Comparison('>=', v246, v1207)
    v1222 = Junction(True, (v1221, v1219,))
    v1223 = Question('planned_end >= renewal and len(needed_at_renewal) == 0', {'server': v1220, 'device': v1222})
    v1224 = Template((v121, ' is due for renewal on ', v1197, ', and nothing in the plan needs it by then',))
    v1225 = Template((v121, ' is due for renewal on ', v1207, ', and nothing in the plan needs it by then',))
    v1226 = fact('asset', 'physical')
    v1227 = Path('subject', (v1226,))
    v1228 = Truth(v1227)
    v1229 = Question('physical', {'server': v1228, 'device': v1228})
    v1230 = fact('server', 'located_at')
    v1231 = Path('subject', (v1230,))
    v1232 = Missing(v1231)
    v1233 = fact('device', 'located_at')
    v1234 = Path('subject', (v1233,))
    v1235 = Missing(v1234)
    v1236 = Question('missing(located_at)', {'server': v1232, 'device': v1235})
    v1237 = Template(('Nobody has recorded at which site ', v121, ' stands',))
    v1238 = fact('server', 'form')
    v1239 = Path('subject', (v1238,))
    v1240 = fact('device', 'form')
    v1241 = Path('subject', (v1240,))
    v1242 = fact('installation', 'software_as_a_service')
    v1243 = Path('subject', (v1242,))
    v1244 = Truth(v1243)
    v1245 = Missing(v886)
    v1246 = Junction(True, (v1244, v1245,))
    v1247 = Negation(v1246)
    v1248 = Question('not (software_as_a_service and missing(version))', {'installation': v1247})
    v1249 = fact('installation', 'support')
    v1250 = fact('support', 'status')
    v1251 = Path('subject', (v1249, v1250,))
    v1252 = Type('enumeration', False, ('supported', 'extended', 'extended-unpaid', 'ended',), False)
    v1253 = Constant('ended', v1252, '', 'ended')
    v1254 = Comparison('==', v1251, v1253)
    v1255 = Question('support.status == "ended"', {'installation': v1254})
    v1256 = fact('support', 'ended')
    v1257 = Path('subject', (v1249, v1256,))
    v1258 = Template((v579, ' runs ', v580, ' ', v886, ', unsupported since ', v1257,))
    v1259 = fact('installation', 'cycle')
    v1260 = Path('subject', (v1259,))
    v1261 = fact('support', 'source')
    v1262 = Path('subject', (v1249, v1261,))
    v1263 = Path('subject', (v568, v191,))
    v1264 = Path('subject', (v568, v1147,))
    v1265 = source('support.yaml')
    v1266 = Constant('extended-unpaid', v1252, '', 'extended-unpaid')
    v1267 = Comparison('==', v1251, v1266)
    v1268 = Question('support.status == "extended-unpaid"', {'installation': v1267})
    v1269 = fact('support', 'extended_until')
    v1270 = Path('subject', (v1249, v1269,))
    v1271 = Template((v579, ' runs ', v580, ' ', v886, ', out of support since ', v1257, '; extended support is for sale until ', v1270, ', and no licence here buys it',))
    v1272 = Constant('extended', v1252, '', 'extended')
    v1273 = Comparison('==', v1251, v1272)
    v1274 = Question('support.status == "extended"', {'installation': v1273})
    v1275 = Template((v579, ' runs ', v580, ' ', v886, ' on extended support until ', v1270,))
    v1276 = fact('installation', 'entitlement')
    v1277 = Path('subject', (v1276, v120,))
    v1278 = fact('support', 'ends')
    v1279 = Path('subject', (v1249, v1278,))
    v1280 = Comparison('<=', v1279, v938)
    v1281 = Question('support.ends <= today + policy.horizons[0]', {'installation': v1280})
    v1282 = Element(v936, 1)
    v1283 = Operation('add_term', (v68, v1282,), v229)
    v1284 = Comparison('<=', v1279, v1283)
    v1285 = Question('support.ends <= today + policy.horizons[1]', {'installation': v1284})
    v1286 = Ladder((('high', v1281,), ('medium', v1285,),), 'low')
    v1287 = Type('enumeration', True, ('supported', 'extended', 'extended-unpaid', 'ended',), False)
    v1288 = Constant(('supported', 'extended',), v1287, '', None)
    v1289 = Member(v1251, v1288)
    v1290 = Comparison('<=', v1279, v1203)
    v1291 = fact('installation', 'planned_end')
    v1292 = Path('subject', (v1291,))
    v1293 = Comparison('>', v1292, v1279)
    v1294 = Junction(True, (v1289, v1290, v1293,))
    v1295 = Question('support.status in ("supported", "extended") and support.ends <= today + policy.horizons[2] and planned_end > support.ends', {'installation': v1294})
    v1296 = fact('installation', 'afterwards')
    v1297 = Path('subject', (v1296,))
    v1298 = Template((v579, ' runs ', v580, ' ', v886, ', whose support ends on ', v1279, ', and no project takes it away before then; ', v1297,))
    v1299 = fact('installation', 'reachable_from_internet')
    v1300 = Path('subject', (v1299,))
    v1301 = Truth(v1300)
    v1302 = Question('reachable_from_internet', {'installation': v1301})
    v1303 = Path('subject', (v568, v1040,))
    v1304 = Count(v710, v1303, None, v9)
    v1305 = Comparison('>', v1304, v11)
    v1306 = Question('len(asset.critical_services) > 0', {'installation': v1305})
    v1307 = Ladder((('high', v1302,), ('high', v1306,),), 'medium')
    v1308 = Negation(v1244)
    v1309 = Question('not software_as_a_service', {'installation': v1308})
    v1310 = Missing(v1251)
    v1311 = Question('missing(support.status)', {'installation': v1310})
    v1312 = fact('installation', 'reason')
    v1313 = Path('subject', (v1312,))
    v1314 = Template((v579, ': nobody knows whether its software is supported: ', v1313,))
    v1315 = fact('installation', 'match')
    v1316 = Path('subject', (v1315,))
    v1317 = fact('installation', 'candidates')
    v1318 = Path('subject', (v1317,))
    v1319 = Question('state in ("live", "retiring")', {'application': v105, 'api': v105})
    v1320 = Type('trail', False, (), False)
    v1321 = Variable(0, v1320)
    v1322 = fact('asset', 'stands_on_unsupported')
    v1323 = Path('subject', (v1322,))
    v1324 = Count(v1321, v1323, None, v9)
    v1325 = Comparison('>', v1324, v11)
    v1326 = Question('len(stands_on_unsupported) > 0', {'application': v1325, 'api': v1325})
    v1327 = Template((v121, ' stands on unsupported software: ', v1323,))
    v1328 = Acceptability('siro', v169, ('accepted_by', 'accepted_on', 'risk', 'plan',))
    v1329 = Question('own_hardware', {'server': v1195, 'device': v1195})
    v1330 = fact('server', 'hardware')
    v1331 = fact('hardware', 'support_ends')
    v1332 = Path('subject', (v1330, v1331,))
    v1333 = Comparison('<', v1332, v68)
    v1334 = fact('device', 'hardware')
    v1335 = Path('subject', (v1334, v1331,))
    v1336 = Comparison('<', v1335, v68)
    v1337 = Question('hardware.support_ends < today', {'server': v1333, 'device': v1336})
    v1338 = Template((v121, ' is hardware that its maker has not supported since ', v1332,))
    v1339 = Template((v121, ' is hardware that its maker has not supported since ', v1335,))
    v1340 = fact('hardware', 'product')
    v1341 = Path('subject', (v1330, v1340,))
    v1342 = Path('subject', (v1334, v1340,))
    v1343 = Type('lock', False, (), False)
    v1344 = Variable(0, v1343)
    v1345 = fact('asset', 'locked_to')
    v1346 = Path('subject', (v1345,))
    v1347 = fact('lock', 'ends')
    v1348 = Path(v1344, (v1347,))
    v1349 = Comparison('<', v1348, v68)
    v1350 = fact('asset', 'own_support_ends')
    v1351 = Path('subject', (v1350,))
    v1352 = Comparison('<', v1348, v1351)
    v1353 = Junction(False, (v1349, v1352,))
    v1354 = Quantifier(False, v1344, v1346, v1353)
    v1355 = Question('any(lock.ends < today or lock.ends < own_support_ends for lock in locked_to)', {'application': v1354, 'server': v1354, 'device': v1354, 'api': v1354})
    v1356 = Template((v121, ' requires versions whose support has ended or ends before its own: ', v1346,))
    v1357 = Type('enumeration', False, ('vendor', 'in-house', 'community',), False)
    v1358 = Constant('vendor', v1357, '', 'vendor')
    v1359 = Comparison('==', v831, v1358)
    v1360 = Question('support_model == "vendor"', {'application': v1359})
    v1361 = Type('contract', False, (), False)
    v1362 = Variable(0, v1361)
    v1363 = fact('asset', 'contracts')
    v1364 = Path('subject', (v1363,))
    v1365 = fact('contract', 'in_force')
    v1366 = Path(v1362, (v1365,))
    v1367 = Truth(v1366)
    v1368 = fact('contract', 'support')
    v1369 = Path(v1362, (v1368,))
    v1370 = Truth(v1369)
    v1371 = Junction(True, (v1367, v1370,))
    v1372 = Quantifier(False, v1362, v1364, v1371)
    v1373 = Negation(v1372)
    v1374 = Question('not any(contract.in_force and contract.support for contract in contracts)', {'application': v1373})
    v1375 = Template((v121, " relies on its supplier's support, and no contract in force includes it",))
    v1376 = fact('installation', 'patch_days')
    v1377 = Path('subject', (v1376,))
    v1378 = Constant(14, v9, 'days', '14')
    v1379 = Comparison('>', v1377, v1378)
    v1380 = fact('installation', 'patched')
    v1381 = Path('subject', (v1380,))
    v1382 = Constant(timedelta(45, 0, 0), v597, 'patched_within', '45 days')
    v1383 = Operation('subtract_duration', (v68, v1382,), v229)
    v1384 = Comparison('<', v1381, v1383)
    v1385 = Junction(False, (v1379, v1384,))
    v1386 = Question('patch_days > days or patched < today - patched_within', {'installation': v1385})
    v1387 = fact('installation', 'title')
    v1388 = Path('subject', (v1387,))
    v1389 = Template((v579, ': fixes for ', v1388, ' are installed too late (last installed: ', v1381, "; days from a fix's release to its installation: ", v1377, ')',))
    v1390 = Parameter('days', '14', v1378)
    v1391 = Term(0, 45)
    v1392 = Constant(v1391, v227, 'patched_within', '45 days')
    v1393 = Parameter('patched_within', '45 days', v1392)
    v1394 = Constant(('ended', 'extended-unpaid',), v1287, '', None)
    v1395 = Member(v1251, v1394)
    v1396 = Junction(True, (v1395, v1301,))
    v1397 = Question('support.status in ("ended", "extended-unpaid") and reachable_from_internet', {'installation': v1396})
    v1398 = Template((v579, ' runs ', v580, ' ', v886, ' without support, and the internet reaches it',))
    v1399 = Acceptability('siro', v487, ('accepted_by', 'accepted_on', 'risk', 'mitigation', 'treatment', 'plan', 'target',))
    v1400 = fact('asset', 'zone')
    v1401 = Path('subject', (v568, v1400,))
    v1402 = Question('state in ("live", "retiring")', {'connection': v105})
    v1403 = fact('connection', 'technology')
    v1404 = Path('subject', (v1403,))
    v1405 = Type('enumeration', True, ('fibre', 'copper', 'pstn', 'isdn', 'wireless', 'mobile', 'vpn', 'internet',), False)
    v1406 = Constant(('pstn', 'isdn',), v1405, '', None)
    v1407 = Member(v1404, v1406)
    v1408 = Question('technology in ("pstn", "isdn")', {'connection': v1407})
    v1409 = Template((v121, ' is a line on the switched telephone network (', v1404, '), which is retired by 31 January 2027',))
    v1410 = fact('product', 'withdrawal_announced')
    v1411 = Path('subject', (v1410,))
    v1412 = Truth(v1411)
    v1413 = Question('withdrawal_announced', {'product': v1412})
    v1414 = fact('product', 'vendor')
    v1415 = Path('subject', (v1414,))
    v1416 = fact('product', 'withdrawn')
    v1417 = Path('subject', (v1416,))
    v1418 = Template(('The last day on which ', v1415, ' offers ', v364, ' is ', v1417,))
    return {
        'incomplete-acceptance': Rule(id='incomplete-acceptance', title='An acceptance that lacks a required part', severity=v0, kind='fault', subjects=('exception',), population=None, where=v4, when=v13, message='{id} lacks what {rule} asks of an acceptance: {missing_parts}', messages={'exception': v18}, why='To accept a risk is to know it, to say what is done about it meanwhile, and to say how and by\nwhen it ends. If one of these is not written down, nobody can tell later what was decided, and\nthe risk is as unmanaged as before.\n', fix='Write down what is missing and have the record accepted anew. Each rule says what its\nacceptance needs; `estate explain` shows it.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('rule', v17,), ('missing_parts', v8,),)}, examples=Examples(v20, ('rules', 'incomplete-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'incomplete-acceptance',)),
        'open-ended-acceptance': Rule(id='open-ended-acceptance', title='An acceptance without an end', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v47, message='{id} accepts a risk without an end', messages={'exception': v48}, why='An acceptance without an end is a decision that nobody takes again, while the risk grows by\nitself. Unsupported software is allowed only with a definite plan that removes or replaces\nit, so a risk of that kind can be neither tolerated nor mended in place.\n', fix='Give the acceptance an expiry. Where its rule asks for a plan: an action of remove, replace or\nupgrade, and the day by which it is done.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('latest_expiry', v23,), ('plan.action', v35,), ('plan.target', v32,), ('treatment', v40,),)}, examples=Examples(v20, ('rules', 'open-ended-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'open-ended-acceptance',)),
        'unauthorised-acceptance': Rule(id='unauthorised-acceptance', title='An acceptance by somebody who did not hold the role', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v53, message='{id} needs the role {role}, not held by {without_role}', messages={'exception': v58}, why='A risk is accepted by whoever answers for it: the Senior Information Risk Owner of that very\norganisation, or whoever the rule names, in office on that very day. Accepted by anybody else\nit is only an opinion.\n', fix='Have it accepted by whoever holds the role now. If the person did hold it, correct the dates\nunder `roles` of the organisation; names are compared letter by letter.\n', since='0.1', authority=('stockton-2017-p8', 'cis-control-2',), acceptance=v19, parameters=(), evidence={'exception': (('role', v55,), ('without_role', v57,),)}, examples=Examples(v20, ('rules', 'unauthorised-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'unauthorised-acceptance',)),
        'missing-joint-acceptance': Rule(id='missing-joint-acceptance', title='A shared asset that not everybody has accepted', severity=v0, kind='fault', subjects=('exception',), population=None, where=v4, when=v63, message='{id} lacks the acceptance of {missing_organisations}, whose assets it covers', messages={'exception': v64}, why='What several organisations share puts each of them at risk, and none can accept it on behalf\nof another. What belongs to a shared service belongs to all of its members.\n', fix='Add a line to `approvals` for each organisation that is missing, with its own officer and day.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('missing_organisations', v60,), ('role', v55,),)}, examples=Examples(v20, ('rules', 'missing-joint-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'missing-joint-acceptance',)),
        'expired-acceptance': Rule(id='expired-acceptance', title='An acceptance that has run out, with the risk still there', severity=v21, kind='fault', subjects=('exception',), population=None, where=v4, when=v74, message='{id} ended on {last_day}, and what it covers is still there', messages={'exception': v75}, why='The risk was accepted until a day, on a promise to end it by then. The day has passed and the\npromise was not kept, so nobody answers for the risk now.\n', fix='Remove or replace what it covers; or ask for a new acceptance, with a plan that explains why\nthis one failed.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d',), acceptance=v19, parameters=(), evidence={'exception': (('latest_expiry', v23,), ('plan.target', v32,), ('last_day', v66,),)}, examples=Examples(v20, ('rules', 'expired-acceptance', 'examples',)), unknown_is_gap=False, voids=True, comparison=False, source=v20, path=('rules', 'expired-acceptance',)),
        'overdue-acceptance-review': Rule(id='overdue-acceptance-review', title='An acceptance whose review is overdue', severity=v0, kind='fault', subjects=('exception',), population=None, where=v81, when=v85, message='{id} was to be reviewed by {review_due}', messages={'exception': v86}, why='While a risk is accepted, the world goes on: faults are found, controls lapse, plans slip. A\nreview asks whether the decision would be taken again today.\n', fix='Review it with whoever accepted it, and write down the day of the next review. Policy decides\nhow long after its acceptance a review may wait (`policy.acceptance.review_within`).\n', since='0.1', authority=('cis-control-2', 'stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('review_by', v88,), ('review_due', v83,),)}, examples=Examples(v20, ('rules', 'overdue-acceptance-review', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'overdue-acceptance-review',)),
        'orphaned-acceptance': Rule(id='orphaned-acceptance', title='An acceptance of nothing', severity=v89, kind='fault', subjects=('exception',), population=None, where=v96, when=v98, message='{id} covers nothing that {rule} finds', messages={'exception': v99}, why='The risk has gone, or the record names it wrongly. If it has gone, the register should say\nso; if the name is wrong, the risk that was meant is not accepted.\n', fix='If the risk has gone, withdraw the acceptance with the day and the reason. If not, correct\n`rule` and `covers`: they use the keys that `estate check --format json` gives for the\nsubject of the finding.\n', since='0.1', authority=('stockton-2017-p8',), acceptance=v19, parameters=(), evidence={'exception': (('rule', v17,),)}, examples=Examples(v20, ('rules', 'orphaned-acceptance', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v20, path=('rules', 'orphaned-acceptance',)),
        'system-without-api': Rule(id='system-without-api', title='A line-of-business system without an API', severity=v100, kind='fault', subjects=('application',), population=v106, where=v112, when=v119, message='{name} provides no API in use', messages={'application': v122}, why='What is in it can be reached by its own screens alone. Everything else is keyed twice, copied\nby night, or not done.\n', fix='Ask the supplier for an API, and for its price, at the next renewal; record what it provides\nin `provides`.\n', since='0.1', authority=('stockton-2017-p7',), acceptance=v124, parameters=(), evidence={'application': (('product', v126,), ('supports', v128,),)}, examples=Examples(v129, ('rules', 'system-without-api', 'examples',)), unknown_is_gap=True, voids=False, comparison=False, source=v129, path=('rules', 'system-without-api',)),
        'point-to-point-integration': Rule(id='point-to-point-integration', title='Two systems joined by file, shared database or robot', severity=v100, kind='fault', subjects=('integration',), population=None, where=v133, when=v139, message='{source.name} and {targets} are joined by {style}, not by an API', messages={'integration': v143}, why="It breaks without notice when either side changes, carries more than was agreed, and ties the\ntwo systems' ends together.\n", fix='Replace it by an API at the next change of either system, and record `style: api`.\n', since='0.1', authority=('stockton-2017-p7', 'lgam-integration',), acceptance=v124, parameters=(), evidence={'integration': (('relation', v145,), ('purpose', v147,),)}, examples=Examples(v129, ('rules', 'point-to-point-integration', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'point-to-point-integration',)),
        'manual-rekeying': Rule(id='manual-rekeying', title='Data is keyed in by hand a second time', severity=v100, kind='fault', subjects=('integration',), population=None, where=v133, when=v151, message='Data is keyed by hand between {source.name} and {targets}', messages={'integration': v152}, why="It costs hours every day, adds mistakes to what was right, and means that an on-line service\nends at somebody's desk.\n", fix='Join the two by an API; or let one of them do the work of both.\n', since='0.1', authority=('stockton-2017-p3', 'stockton-2017-p7',), acceptance=v124, parameters=(), evidence={'integration': (('relation', v145,), ('purpose', v147,),)}, examples=Examples(v129, ('rules', 'manual-rekeying', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'manual-rekeying',)),
        'deprecated-api-in-use': Rule(id='deprecated-api-in-use', title='An API that nobody should rely on is consumed', severity=v0, kind='fault', subjects=('api',), population=None, where=None, when=v167, message='{name} is deprecated or on its way out, and is still consumed by {consumers}', messages={'api': v168}, why='It is no longer looked after, and will be switched off by somebody who believes that nobody\nuses it.\n', fix='Move the consumers to its successor before it ends, and agree the day with its provider.\n', since='0.1', authority=('stockton-2017-p7', 'caf-a3a',), acceptance=v170, parameters=(), evidence={'api': (('deprecated', v154,), ('state', v102,), ('consumers', v162,),)}, examples=Examples(v129, ('rules', 'deprecated-api-in-use', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'deprecated-api-in-use',)),
        'undocumented-api': Rule(id='undocumented-api', title='An API without documentation or maintainer', severity=v89, kind='gap', subjects=('api',), population=v171, where=None, when=v179, message='{name} lacks its documentation, its maintainer or both', messages={'api': v180}, why='Who cannot read how it works copies what somebody else did; who cannot ask changes nothing.\n', fix='Record `documentation`, an address, and `maintainer`, somebody who answers.\n', since='0.1', authority=('stockton-2017-p7', 'lgam-integration',), acceptance=v124, parameters=(), evidence={'api': (('documentation', v173,), ('maintainer', v176,),)}, examples=Examples(v129, ('rules', 'undocumented-api', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'undocumented-api',)),
        'insecure-api': Rule(id='insecure-api', title='An API without encryption, or open to strangers', severity=v0, kind='fault', subjects=('api',), population=v171, where=None, when=v198, message='{name} is not safe to call: transport {transport}, authentication {authentication}, exposure {exposure}', messages={'api': v199}, why='Without TLS whoever sits on the line reads and changes what passes. Without authentication\noutside the internal zone, whoever finds it may use it.\n', fix='Offer it over HTTPS alone, and let its callers prove who they are.\n', since='0.1', authority=('govuk-api-standards', 'stockton-2017-p6',), acceptance=v200, parameters=(), evidence={'api': (('transport', v182,), ('authentication', v187,), ('exposure', v192,),)}, examples=Examples(v129, ('rules', 'insecure-api', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'insecure-api',)),
        'offline-service': Rule(id='offline-service', title='A public service that is not on-line, and nobody says why', severity=v100, kind='fault', subjects=('service',), population=v201, where=v205, when=v216, message='{name} is not offered on-line (channels: {channels})', messages={'service': v217}, why='On-line is the default, and what stays off it should do so for a reason that can be read.\n', fix='Offer it on-line from end to end; or record in `online_barrier` what stands in the way.\n', since='0.1', authority=('stockton-2017-p3',), acceptance=v124, parameters=(), evidence={'service': (('channels', v209,), ('directorate', v219,),)}, examples=Examples(v129, ('rules', 'offline-service', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v129, path=('rules', 'offline-service',)),
        'unbudgeted-renewal': Rule(id='unbudgeted-renewal', title='A renewal that no budget line names', severity=v0, kind='fault', subjects=('server', 'device', 'licence', 'contract',), population=v220, where=v233, when=v240, message='{name} is due for renewal on {renewal_due}, and no budget line names it', messages={'server': v241, 'device': v241, 'licence': v241, 'contract': v241}, why='A renewal that is not in the budget is paid from something else, or put off until what it\ncovers is out of support. Its day has been known since it was signed.\n', fix='Name it (or, for a licence, the contract that covers it) under `for` in a budget line of the\norganisation or of a project; or plan its end before that day.\n', since='0.1', authority=('stockton-2017-budget-plan', 'stockton-2017-downsizing',), acceptance=v19, parameters=(v242,), evidence={'server': (('annual_cost', v244,), ('planned_end', v246,),), 'device': (('annual_cost', v244,), ('planned_end', v246,),), 'licence': (('annual_cost', v244,), ('planned_end', v246,),), 'contract': (('annual_cost', v244,), ('planned_end', v246,),)}, examples=Examples(v247, ('rules', 'unbudgeted-renewal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v247, path=('rules', 'unbudgeted-renewal',)),
        'exceeded-envelope': Rule(id='exceeded-envelope', title='Budget lines exceed what was approved', severity=v0, kind='fault', subjects=('envelope',), population=None, where=None, when=v259, message='{organisation.name}: the budget lines that draw on {name} come to {capital_budgeted} capital and {revenue_budgeted} revenue; approved were {capital} capital and {revenue} revenue', messages={'envelope': v264}, why='An envelope is what the council agreed to spend. Each line may be right, and together they\nare a decision that nobody has taken.\n', fix='Move lines to later years, drop some, or ask for more before anything is ordered. What a line\ndisplaces is not taken off here: approve the whole sum, and show the displaced part beside it.\n', since='0.1', authority=('epping-forest-2020', 'wyre-forest-2008',), acceptance=v265, parameters=(), evidence={'envelope': (('lines', v267,),)}, examples=Examples(v247, ('rules', 'exceeded-envelope', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v247, path=('rules', 'exceeded-envelope',)),
        'unreconciled-budget': Rule(id='unreconciled-budget', title="A project's budget lines do not add up to its cost", severity=v100, kind='fault', subjects=('project',), population=None, where=v273, when=v286, message='{name} states a cost of {cost.capital} capital and {cost.revenue} revenue; its budget lines come to {capital_budgeted} capital and {revenue_budgeted} revenue', messages={'project': v287}, why='Where the lines come to less, the project runs out of money before it is done. Where they come\nto more, somebody else goes without.\n', fix='Correct `cost` or the budget lines, so that every year and organisation is there and capital\nand revenue each add up.\n', since='0.1', authority=('stockton-2007',), acceptance=v19, parameters=(), evidence={'project': (('programme', v289,),)}, examples=Examples(v247, ('rules', 'unreconciled-budget', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v247, path=('rules', 'unreconciled-budget',)),
        'diverging-plans': Rule(id='diverging-plans', title='One organisation budgets a shared renewal, and the other does not', severity=v100, kind='fault', subjects=('server', 'device', 'licence', 'contract',), population=v220, where=v233, when=v299, message='{name} is due for renewal on {renewal_due}, and is budgeted for by {budgeted_by}, but not by {unbudgeted_by}', messages={'server': v300, 'device': v300, 'licence': v300, 'contract': v300}, why='What is shared is renewed together or not at all. If one plan holds the money and the other\ndoes not, the renewal waits for the slower, or one pays for both.\n', fix='Put it into both plans, each with its share; or record under `shares` that one pays nothing.\n', since='0.1', authority=('stockton-2017-budget-plan',), acceptance=v124, parameters=(v242,), evidence={'server': (('organisation', v302,),), 'device': (('organisation', v302,),), 'licence': (('organisation', v302,),), 'contract': (('organisation', v302,),)}, examples=Examples(v247, ('rules', 'diverging-plans', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v247, path=('rules', 'diverging-plans',)),
        'duplicate-system': Rule(id='duplicate-system', title='Two systems for one service', severity=v100, kind='fault', subjects=('duplication',), population=None, where=v308, when=v318, message='{name}: {members} do the same job for one organisation (matched by {level})', messages={'duplication': v323}, why="Each brings its own contract, its own servers, its own security work and its own copy of the\nsame people's data. Services that share a need are promised one approach to it.\n", fix="Choose one and plan the other's end, or record why they do not compete: different stated\ncapabilities, or one replacing or standing in for the other. Duplication on purpose is\naccepted by the enterprise architect.\n", since='0.1', authority=('stockton-2017-p5', 'stockton-2017-p4',), acceptance=v124, parameters=(), evidence={'duplication': (('level', v304,), ('key', v325,), ('products', v327,), ('annual_cost', v329,),)}, examples=Examples(v330, ('rules', 'duplicate-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'duplicate-system',)),
        'cross-council-duplicate': Rule(id='cross-council-duplicate', title='Organisations that share an estate buy different systems for one job', severity=v100, kind='fault', subjects=('duplication',), population=None, where=v308, when=v334, message='{name}: {organisations} use {members} for the same job (matched by {level})', messages={'duplication': v337}, why='Organisations that share their ICT pay twice for choosing apart, and a reorganisation makes\nthe difference into a migration.\n', fix='Put the next renewal of either onto one common procurement; record `joint: true` where it has\nbecome one service.\n', since='0.1', authority=('stockton-2017-p5',), acceptance=v124, parameters=(), evidence={'duplication': (('level', v304,), ('key', v325,), ('products', v327,), ('annual_cost', v329,),)}, examples=Examples(v330, ('rules', 'cross-council-duplicate', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'cross-council-duplicate',)),
        'scattered-product': Rule(id='scattered-product', title='One product in several separate instances', severity=v100, kind='fault', subjects=('duplication',), population=None, where=v341, when=v346, message='{name} runs as several separate instances in one organisation: {members}', messages={'duplication': v347}, why='Each instance is upgraded, secured and backed up by itself, and none knows what the other\nholds. It was bought once and is paid for twice.\n', fix='Merge them at the next upgrade; or link them with `fails_over_to` or `replaces` if that is\nwhat they are.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p5',), acceptance=v124, parameters=(), evidence={'duplication': (('products', v327,), ('annual_cost', v329,),)}, examples=Examples(v330, ('rules', 'scattered-product', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'scattered-product',)),
        'competing-platforms': Rule(id='competing-platforms', title='Several platforms offer one capability', severity=v100, kind='fault', subjects=('duplication',), population=None, where=v350, when=v355, message='Platforms that offer the same capability, {name}: {members}', messages={'duplication': v356}, why='A platform pays when everything uses it. Two of them divide the skills, the integrations and\nthe licences, and every new project has to choose again.\n', fix="Name one as the corporate choice, mark the other's product `contain`, and let its users move\nat their next renewal.\n", since='0.1', authority=('stockton-2017-p5',), acceptance=v124, parameters=(), evidence={'duplication': (('products', v327,), ('annual_cost', v329,),)}, examples=Examples(v330, ('rules', 'competing-platforms', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'competing-platforms',)),
        'version-sprawl': Rule(id='version-sprawl', title='Three or more versions of one product', severity=v89, kind='fault', subjects=('product',), population=None, where=None, when=v362, message='{name} is in use in several versions: {versions_in_use}', messages={'product': v365}, why='Each version has its own faults, fixes and end. Keeping three takes three times the care, and\nthe oldest is seldom needed by more than one system.\n', fix='Agree on one version with its successor, and move the rest at their next change.\n', since='0.1', authority=('stockton-2017-p4',), acceptance=v124, parameters=(), evidence={'product': (('versions_in_use', v358,),)}, examples=Examples(v330, ('rules', 'version-sprawl', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'version-sprawl',)),
        'probable-duplicate-record': Rule(id='probable-duplicate-record', title='Two records are probably one system', severity=v100, kind='fault', subjects=('application',), population=v106, where=v371, when=v378, message='{name} and {probable_twins} are probably one system, recorded twice', messages={'application': v379}, why='A system that is counted twice is budgeted, assessed and accepted twice, or each half by\nnobody.\n', fix='Merge the records; or record what tells them apart: product, supplier, organisation or\nenvironment.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p4',), acceptance=v124, parameters=(), evidence={'application': (('probable_twins', v375,),)}, examples=Examples(v330, ('rules', 'probable-duplicate-record', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'probable-duplicate-record',)),
        'underused-system': Rule(id='underused-system', title='Fewer than half of its users use it', severity=v89, kind='fault', subjects=('application',), population=v106, where=v371, when=v387, message='{name} has {users.named} named users, of whom {users.active} use it', messages={'application': v388}, why='Every unused account costs a licence and is one more that can be taken over. A system that\nhalf of its users avoid may also be telling that it does not serve.\n', fix='Close accounts that nobody uses and reduce the licence at its renewal; ask those who stopped\nwhy they did.\n', since='0.1', authority=('stockton-2017-p4', 'iso-19770',), acceptance=v124, parameters=(), evidence={'application': (('annual_cost', v244,),)}, examples=Examples(v330, ('rules', 'underused-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'underused-system',)),
        'orphaned-asset': Rule(id='orphaned-asset', title='Nothing needs it and it serves nothing', severity=v100, kind='fault', subjects=('application', 'server', 'device', 'api',), population=v389, where=v390, when=v404, message='Nothing on record needs {name} or is served by it', messages={'application': v405, 'server': v405, 'device': v405, 'api': v405}, why='It costs power, licences and patching, and nobody would notice its end; or somebody would,\nand the record of why is missing.\n', fix='Record what it supports or who uses it; if nothing does, retire it.\n', since='0.1', authority=('stockton-2017-p4', 'caf-a3a',), acceptance=v124, parameters=(), evidence={'application': (('owner', v407,), ('annual_cost', v244,),), 'server': (('owner', v407,), ('annual_cost', v244,),), 'device': (('owner', v407,), ('annual_cost', v244,),), 'api': (('owner', v407,), ('annual_cost', v244,),)}, examples=Examples(v330, ('rules', 'orphaned-asset', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'orphaned-asset',)),
        'retired-but-needed': Rule(id='retired-but-needed', title='Retired, and something in use needs it', severity=v0, kind='fault', subjects=('asset',), population=None, where=None, when=v413, message='{name} is retired, and still needed by {needed_by}', messages={'asset': v414}, why='Either the record is wrong, or something depends on a thing that nobody looks after any more.\n', fix='Correct the date or the status; or move what needs it, and remove the relation.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p8',), acceptance=v415, parameters=(), evidence={'asset': (('status', v417,), ('until', v419,),)}, examples=Examples(v330, ('rules', 'retired-but-needed', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'retired-but-needed',)),
        'overdue-review': Rule(id='overdue-review', title='Its review is overdue', severity=v89, kind='fault', subjects=('asset',), population=v420, where=None, when=v424, message='{name} was to be reviewed by {review_by} (last reviewed: {reviewed})', messages={'asset': v427}, why='Whether to tolerate, invest, migrate or eliminate was decided for a time. After it, the\nestate runs on a decision that nobody has confirmed.\n', fix='Review it, and record `reviewed`, the disposition and the next `review_by`.\n', since='0.1', authority=('stockton-2017-p4', 'pci-dss-12-3-4',), acceptance=v415, parameters=(), evidence={'asset': (('reviewed', v426,), ('owner', v407,),)}, examples=Examples(v330, ('rules', 'overdue-review', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'overdue-review',)),
        'funded-elimination': Rule(id='funded-elimination', title='Marked to be eliminated and still funded', severity=v100, kind='fault', subjects=('asset',), population=v420, where=None, when=v440, message='{name} is to be eliminated, and {funded_by} still puts money into it', messages={'asset': v441}, why='Money spent on what is to go is lost twice: once now, and once for what should have had it.\n', fix='Stop the spending, or change the disposition and say why.\n', since='0.1', authority=('stockton-2017-p1', 'stockton-2017-p4',), acceptance=v124, parameters=(), evidence={'asset': (('disposition', v429,),)}, examples=Examples(v330, ('rules', 'funded-elimination', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v330, path=('rules', 'funded-elimination',)),
        'missing-owner': Rule(id='missing-owner', title='Nobody owns it', severity=v0, kind='gap', subjects=('application', 'service', 'api', 'dataset',), population=v442, where=None, when=v444, message='{name} has no business owner on record', messages={'application': v445, 'service': v445, 'api': v445, 'dataset': v445}, why='Without an owner nobody decides how long it is kept, what it may cost and which risk it may\ncarry. It is renewed from habit, and ends when it breaks.\n', fix='Agree with the service who answers for it, and record the post as `owner`. The technical\nowner is somebody else.\n', since='0.1', authority=('caf-a3a', 'govuk-legacy',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v447,),), 'service': (('criticality', v447,),), 'api': (('criticality', v447,),), 'dataset': (('criticality', v447,),)}, examples=Examples(v448, ('rules', 'missing-owner', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'missing-owner',)),
        'untested-business-case': Rule(id='untested-business-case', title='A project under way without both tests of its business case', severity=v100, kind='fault', subjects=('project',), population=None, where=v452, when=v467, message='{name} is under way, and its business case has not passed both tests, appropriateness and value for money', messages={'project': v468}, why='Appropriateness and value for money are the tests of any technology business case. A project\nthat skipped one, or failed it and went ahead, spends money on a belief.\n', fix='Make the test now and record it under `business_case` with the day of approval; stop the\nproject if it does not pass. Where it goes ahead for another reason, accept that in writing.\n', since='0.1', authority=('stockton-2017-p1',), acceptance=v19, parameters=(), evidence={'project': (('business_case.appropriateness', v457,), ('business_case.value_for_money', v463,), ('business_case.approved', v470,),)}, examples=Examples(v448, ('rules', 'untested-business-case', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'untested-business-case',)),
        'overdue-milestone': Rule(id='overdue-milestone', title='A milestone is overdue', severity=v0, kind='fault', subjects=('milestone',), population=None, where=v474, when=v482, message='{project.name}: {name} was due on {due} and is not done', messages={'milestone': v486}, why='What comes after it moves as well: the end of a contract, the day on which support ends, the\nacceptance that was given until then.\n', fix='Record the day on which it was done. If it was not, say why at the next meeting, set a day\nthat can be kept, and look at what depends on it.\n', since='0.1', authority=('epping-forest-2020', 'stockton-2017-work-plan',), acceptance=v488, parameters=(), evidence={'milestone': (('reported', v490,),)}, examples=Examples(v448, ('rules', 'overdue-milestone', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'overdue-milestone',)),
        'silent-milestone': Rule(id='silent-milestone', title='Nothing was heard of a milestone for a quarter', severity=v100, kind='fault', subjects=('milestone',), population=None, where=v492, when=v499, message='{project.name}: nothing has been reported of {name} since {heard}', messages={'milestone': v500}, why='Milestones are reported every quarter so that a delay is known while something can still be\ndone about it. Silence is seldom good news.\n', fix='Ask for a report, and record its day as `reported` even where nothing has changed.\n', since='0.1', authority=('epping-forest-2020',), acceptance=v488, parameters=(v501,), evidence={'milestone': (('due', v476,), ('reported', v490,),)}, examples=Examples(v448, ('rules', 'silent-milestone', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'silent-milestone',)),
        'conflicting-projects': Rule(id='conflicting-projects', title="Two projects get in each other's way", severity=v100, kind='fault', subjects=('project',), population=None, where=v273, when=v508, message='{name} collides with {collisions}', messages={'project': v509}, why='The one changes what the other has tested, or both want the same people in the same weeks.\nEach plan is sound by itself, and together they cannot be kept.\n', fix='Agree on an order, move one of the days, or make one project of them; then correct the\nchanges of both.\n', since='0.1', authority=('stockton-2017-work-plan',), acceptance=v19, parameters=(), evidence={'project': (('team', v511,), ('programme', v289,),)}, examples=Examples(v448, ('rules', 'conflicting-projects', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'conflicting-projects',)),
        'inapplicable-change': Rule(id='inapplicable-change', title='A planned change that cannot be applied', severity=v0, kind='fault', subjects=('change',), population=None, where=v519, when=v524, message='{project.name}: the change {label} cannot be applied: {obstacles}', messages={'change': v528}, why='The plan speaks of an estate that is not there. What was promised on its strength, such as\nthe end of unsupported software, will not happen.\n', fix='Correct the id or the day; take the change out if it was done already; where two projects set\none field, decide whose value stands.\n', since='0.1', authority=('architecture-2007', 'stockton-2017-work-plan',), acceptance=v488, parameters=(), evidence={'change': (('project.team', v529,),)}, examples=Examples(v448, ('rules', 'inapplicable-change', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'inapplicable-change',)),
        'unrealised-benefit': Rule(id='unrealised-benefit', title='A promised benefit that nobody has counted', severity=v89, kind='fault', subjects=('benefit',), population=None, where=v534, when=v542, message='{project.name} promised {name} by {due}, and nobody has recorded what came of it', messages={'benefit': v546}, why='The business case was approved for its benefits. If nobody counts them, no later case can be\nbelieved, and savings that are already in the budget may not be there.\n', fix='Ask the owner of the benefit what came of it, and record it as `actual`; 0 is an answer.\n', since='0.1', authority=('stockton-2007', 'wyre-forest-2008',), acceptance=v19, parameters=(), evidence={'benefit': (('planned', v548,),)}, examples=Examples(v448, ('rules', 'unrealised-benefit', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'unrealised-benefit',)),
        'unplanned-change': Rule(id='unplanned-change', title='It is to come or to go, and no project says when', severity=v100, kind='fault', subjects=('asset',), population=None, where=v551, when=v556, message='{name} is {state}, and no project says when that will be done', messages={'asset': v557}, why='What no project carries has no money, no team and no day. A system that has been retiring for\nyears costs as much as any other and is looked after less.\n', fix="Put it into a project's `changes` with the day (`go_live` or `retire`); or correct `status`.\n", since='0.1', authority=('architecture-2007', 'stockton-2017-work-plan',), acceptance=v19, parameters=(), evidence={'asset': (('status', v417,), ('begins', v559,), ('until', v419,),)}, examples=Examples(v448, ('rules', 'unplanned-change', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'unplanned-change',)),
        'non-standard-technology': Rule(id='non-standard-technology', title='Technology that the standards catalogue does not want', severity=v567, kind='fault', subjects=('installation',), population=v571, where=v574, when=v578, message='{asset.name} runs {product.name}, marked {product.standard} in the standards catalogue', messages={'installation': v581}, why='The catalogue of standards is how an organisation keeps the number of technologies down to\nthose for which it has skills. Each exception keeps a whole line of them alive.\n', fix='Plan its move to what is approved at its next change. What is marked `contain` may stay until\nthen and must not spread; what is `prohibited` should go now.\n', since='0.1', authority=('architecture-2007', 'stockton-2017-p2', 'stockton-2017-p5',), acceptance=v19, parameters=(), evidence={'installation': (('asset.disposition', v582,),)}, examples=Examples(v448, ('rules', 'non-standard-technology', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'non-standard-technology',)),
        'stale-record': Rule(id='stale-record', title='A record that nobody has checked for a year', severity=v89, kind='gap', subjects=('application', 'server', 'device', 'api',), population=v389, where=None, when=v590, message='The record of {name} has not been checked within {age} (last: {verified})', messages={'application': v591, 'server': v591, 'device': v591, 'api': v591}, why='Every other finding is as good as the record that it rests on. What nobody has looked at for\na year may have been upgraded, moved or switched off.\n', fix='Compare the record with what is there, correct it, and set `verified` to that day.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p4',), acceptance=v19, parameters=(v592,), evidence={'application': (('source', v594,),), 'server': (('source', v594,),), 'device': (('source', v594,),), 'api': (('source', v594,),)}, examples=Examples(v448, ('rules', 'stale-record', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'stale-record',)),
        'stale-catalogue': Rule(id='stale-catalogue', title='The lifecycle catalogue is out of date', severity=v100, kind='fault', subjects=('estate',), population=None, where=None, when=v601, message='The lifecycle catalogue is of {catalogue_as_of}, more than {age} ago', messages={'estate': v604}, why='Suppliers move the days on which support ends: of 2,769 releases, 566 had another one\n32 months later. A check against old days may pass what is unsupported.\n', fix='Fetch a newer catalogue with `estate lifecycle update`, look at what changed, and commit it.\n', since='0.1', authority=('pci-dss-12-3-4', 'stockton-2017-p8',), acceptance=v19, parameters=(v605,), evidence={'estate': ()}, examples=Examples(v448, ('rules', 'stale-catalogue', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v448, path=('rules', 'stale-catalogue',)),
        'unassessed-hosting': Rule(id='unassessed-hosting', title='A hosted system that nobody has assessed', severity=v0, kind='gap', subjects=('application',), population=v106, where=v609, when=v613, message='{name} is hosted, and no hosted-services assessment is recorded', messages={'application': v614}, why='Where the data is, who else handles it, how one gets out and what the supplier promises are\nquestions for the day before the contract. Unasked, they are answered by an incident.\n', fix='Answer the hosted services guide with the supplier, and record it as `hosted_assessment` with\nits date.\n', since='0.1', authority=('stockton-2017-hosting', 'psn-coco', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('hosting', v616,), ('service_model', v618,), ('personal_data', v620,),)}, examples=Examples(v621, ('rules', 'unassessed-hosting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'unassessed-hosting',)),
        'stale-hosted-assessment': Rule(id='stale-hosted-assessment', title='A hosted-services assessment that is too old', severity=v100, kind='fault', subjects=('application',), population=v106, where=v609, when=v627, message='{name} has not been assessed as a hosted service within {age} (last: {hosted_assessment.assessed})', messages={'application': v628}, why='Suppliers change hands, move data centres and take on sub-processors without asking. What was\ntrue at the award is not known to be true now.\n', fix='Go through the guide again with the supplier, and record the new date and what has changed.\n', since='0.1', authority=('stockton-2017-hosting', 'caf-a4',), acceptance=v415, parameters=(v629,), evidence={'application': (('personal_data', v620,),)}, examples=Examples(v621, ('rules', 'stale-hosted-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'stale-hosted-assessment',)),
        'unknown-data-location': Rule(id='unknown-data-location', title='Personal data hosted nobody knows where', severity=v0, kind='fault', subjects=('application',), population=v106, where=v609, when=v637, message='{name} holds {personal_data} data, and its assessment does not say where', messages={'application': v638}, why="Which law protects people's data depends on where it lies, and so does what must be in place\nbefore it goes there.\n", fix='Ask the supplier in which countries the data and its copies are held, and record\n`data_location`.\n', since='0.1', authority=('stockton-2017-hosting', 'lgam',), acceptance=v19, parameters=(), evidence={'application': (('hosted_assessment.sub_processors', v640,),)}, examples=Examples(v621, ('rules', 'unknown-data-location', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'unknown-data-location',)),
        'missing-impact-assessment': Rule(id='missing-impact-assessment', title='Personal data hosted without an impact assessment', severity=v0, kind='fault', subjects=('application',), population=v106, where=v609, when=v645, message='{name} holds {personal_data} data, and no data protection impact assessment is recorded', messages={'application': v646}, why="Handing people's data to somebody else is a risk to them first. An impact assessment is how it\nis seen before it happens, and the first thing that a regulator asks for.\n", fix='Make the data protection impact assessment with the Data Protection Officer, and record its\ndate as `impact_assessment`.\n', since='0.1', authority=('lgam', 'stockton-2017-hosting',), acceptance=v19, parameters=(), evidence={'application': (('information_asset_owner', v648,),)}, examples=Examples(v621, ('rules', 'missing-impact-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'missing-impact-assessment',)),
        'missing-exit-plan': Rule(id='missing-exit-plan', title='A hosted system with no way out', severity=v0, kind='fault', subjects=('application',), population=v106, where=v609, when=v655, message='{name} is hosted, and its assessment records no exit plan', messages={'application': v656}, why='A supplier can fail, be bought or raise its price, and a reorganisation moves every system\nonce. Without an agreed way to get the data out, the other side sets the terms.\n', fix='Agree the exit with the supplier: the form of the data, the time and the price. Record\n`exit_plan: true` when it is written down.\n', since='0.1', authority=('stockton-2017-hosting', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('hosted_assessment.driver', v658,), ('criticality', v447,),)}, examples=Examples(v621, ('rules', 'missing-exit-plan', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'missing-exit-plan',)),
        'expired-certificate': Rule(id='expired-certificate', title='A hosted system without a valid certificate', severity=v100, kind='fault', subjects=('application',), population=v106, where=v609, when=v669, message='{name} is hosted, and a certificate is missing or has expired (on record: {proofs})', messages={'application': v670}, why="A certificate is the only look that a customer has behind the supplier's door, and it is true\nfor a stated time. A lapsed one says that somebody stopped, or failed.\n", fix='Ask the supplier for the current certificate and its scope, and record it with its last day,\nunder the supplier or in the assessment.\n', since='0.1', authority=('caf-a4', 'stockton-2017-hosting',), acceptance=v415, parameters=(), evidence={'application': (('supplied_by', v672,), ('personal_data', v620,),)}, examples=Examples(v621, ('rules', 'expired-certificate', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'expired-certificate',)),
        'cloud-without-mfa': Rule(id='cloud-without-mfa', title='A cloud service without multi-factor authentication', severity=v21, kind='fault', subjects=('application',), population=v106, where=v609, when=v677, message='{name} is hosted, and is stated to be without multi-factor authentication', messages={'application': v678}, why='A hosted system is open to everybody who has a password, and passwords are stolen every day.\nCyber Essentials fails whoever leaves a second factor off where the service offers one.\n', fix='Switch it on, or put the system behind the corporate sign-on that has it; then record\n`mfa: true`.\n', since='0.1', authority=('cyber-essentials-cloud',), acceptance=v679, parameters=(), evidence={'application': (('authentication', v681,), ('personal_data', v620,), ('users.named', v385,),)}, examples=Examples(v621, ('rules', 'cloud-without-mfa', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'cloud-without-mfa',)),
        'missing-options-appraisal': Rule(id='missing-options-appraisal', title='Hosted without a comparison', severity=v100, kind='fault', subjects=('application',), population=v106, where=v609, when=v688, message='{name} is hosted, and its assessment records no appraisal of the other options', messages={'application': v689}, why='Hosting costs revenue every year, and frees servers that may be paid for already. The strategy\npromises that both sides are seen before anybody commits, even where the supplier pushes.\n', fix='Appraise it at the next renewal: cost, capacity and risk of on-premise and hosted, side by\nside.\n', since='0.1', authority=('stockton-2017-hosting', 'stockton-2017-p1',), acceptance=v124, parameters=(), evidence={'application': (('hosted_assessment.driver', v658,), ('annual_cost', v244,),)}, examples=Examples(v621, ('rules', 'missing-options-appraisal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'missing-options-appraisal',)),
        'rehosted-cloud': Rule(id='rehosted-cloud', title='Merely moved to the cloud', severity=v690, kind='fault', subjects=('application',), population=v106, where=v609, when=v696, message='{name} is hosted as it was: moved to the cloud, not built for it', messages={'application': v697}, why='What was only moved keeps its old faults and its old upkeep, and pays cloud prices for them.\nIt has an address in the cloud and none of the benefits.\n', fix='Ask at the next renewal for a product that is built for the cloud, or count the cost of\nbringing it back.\n', since='0.1', authority=('stockton-2017-hosting',), acceptance=v124, parameters=(), evidence={'application': (('annual_cost', v244,),)}, examples=Examples(v621, ('rules', 'rehosted-cloud', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'rehosted-cloud',)),
        'weak-service-level': Rule(id='weak-service-level', title='The supplier promises less than the system needs', severity=v0, kind='fault', subjects=('application',), population=v106, where=v609, when=v705, message="{name} must be back within {recovery.rto}, and its supplier's recovery time is {hosted_assessment.sla.rto}", messages={'application': v706}, why='The service has planned for the shorter time. On the day, the contract decides, and nobody is\nin breach of it.\n', fix='Agree a shorter time with the supplier, or change the objective and tell the service how long\nit must do without.\n', since='0.1', authority=('caf-a4', 'stockton-2017-p6',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v447,), ('recovery.mtpd', v708,),)}, examples=Examples(v621, ('rules', 'weak-service-level', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'weak-service-level',)),
        'supplier-concentration': Rule(id='supplier-concentration', title='One supplier behind several critical services', severity=v100, kind='fault', subjects=('supplier',), population=None, where=None, when=v716, message='{name} stands behind critical services: {critical_services}', messages={'supplier': v717}, why='One failure, one dispute or one attack on this supplier stops them all at once, and whoever\nplans for each of them alone does not see it.\n', fix='Plan for the loss of this supplier as one event; look at the next procurement for another; and\nhold its exit plans and its financial standing under review.\n', since='0.1', authority=('caf-a4', 'stockton-2017-partners',), acceptance=v124, parameters=(v718,), evidence={'supplier': (('critical_services', v712,), ('certificates', v720,),)}, examples=Examples(v621, ('rules', 'supplier-concentration', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'supplier-concentration',)),
        'missing-partner-agreement': Rule(id='missing-partner-agreement', title='A partner runs it, and no agreement is in force', severity=v0, kind='fault', subjects=('application',), population=v106, where=v724, when=v734, message='{name} is run by a partner, and no agreement is in force (on record: {agreements})', messages={'application': v735}, why='Nobody is bound to keep it running, to protect what it holds or to give it back. Between\nbodies that trust each other this shows only when people or budgets change.\n', fix='Make or renew the agreement, and name it under `partner`, with its first and last day.\n', since='0.1', authority=('stockton-2017-partners', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('partner.lead', v738,), ('personal_data', v620,),)}, examples=Examples(v621, ('rules', 'missing-partner-agreement', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'missing-partner-agreement',)),
        'partner-without-lead': Rule(id='partner-without-lead', title='A partner runs it, and nobody leads', severity=v100, kind='fault', subjects=('application',), population=v106, where=v724, when=v746, message='{name} is run by a partner, and its lead body or contact is not recorded (lead: {partner.lead}; contact: {partner.contact})', messages={'application': v747}, why='When it stops, somebody has to be rung, and one body has to decide. In a partnership without a\nlead, each waits for the other.\n', fix='Record under `partner` which body leads and whom to reach there, and check with them that they\nknow.\n', since='0.1', authority=('stockton-2017-partners',), acceptance=v124, parameters=(), evidence={'application': (('partner.agreement', v749,), ('partner.access_route', v751,),)}, examples=Examples(v621, ('rules', 'partner-without-lead', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v621, path=('rules', 'partner-without-lead',)),
        'legacy-system': Rule(id='legacy-system', title='A system that has been assessed as legacy', severity=v100, kind='fault', subjects=('application', 'server',), population=v752, where=v761, when=v769, message='{name} is legacy by its own assessment (score, of 30: {legacy_score})', messages={'application': v772, 'server': v772}, why='One likelihood of 3 or more is enough: within three years something about it is expected to\nfail the services that stand on it. Legacy that is counted can be planned for.\n', fix='Put its replacement or its repair into the work plan; if that is done already, assess it again\nand record what has changed.\n', since='0.1', authority=('litraf', 'govuk-legacy', 'stockton-2017-p8',), acceptance=v773, parameters=(v774,), evidence={'application': (('legacy_score', v771,), ('legacy_assessment.assessed', v776,), ('funded_plan', v778,),), 'server': (('legacy_score', v771,), ('legacy_assessment.assessed', v779,), ('funded_plan', v778,),)}, examples=Examples(v780, ('rules', 'legacy-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'legacy-system',)),
        'red-rated-without-plan': Rule(id='red-rated-without-plan', title='Red-rated legacy without a funded plan', severity=v21, kind='fault', subjects=('application', 'server',), population=v752, where=v761, when=v786, message='{name} scores {legacy_score} of 30, which is red, and no funded project deals with it', messages={'application': v787, 'server': v787}, why='Red means likely and grave at once. A system in that state without money for its end will be\nin the same state next year, one year older.\n', fix='Fund a project that replaces, removes or repairs it, with its dated change in the work plan;\nuntil then the SIRO decides whether it may run.\n', since='0.1', authority=('litraf', 'stockton-2017-p8',), acceptance=v788, parameters=(v789,), evidence={'application': (('legacy_assessment.assessed', v776,), ('criticality', v447,), ('plan', v791,),), 'server': (('legacy_assessment.assessed', v779,), ('criticality', v447,), ('plan', v791,),)}, examples=Examples(v780, ('rules', 'red-rated-without-plan', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'red-rated-without-plan',)),
        'contradicted-assessment': Rule(id='contradicted-assessment', title='The assessment says better than the inventory shows', severity=v0, kind='fault', subjects=('application', 'server',), population=v752, where=v761, when=v796, message='The legacy assessment of {name} says better than the inventory shows: {contradictions}', messages={'application': v797, 'server': v797}, why='A score that is too good takes a system out of the plan and out of the budget. Where records\nand judgement differ, one of them is wrong, and the records are the ones with dates.\n', fix='Assess it again with what is recorded, or correct the record. 6 stands for what has happened\nalready: support that has ended, a contract that has run out.\n', since='0.1', authority=('litraf', 'caf-a3a',), acceptance=v19, parameters=(), evidence={'application': (('legacy_assessment.assessed', v776,), ('legacy_assessment.by', v799,),), 'server': (('legacy_assessment.assessed', v779,), ('legacy_assessment.by', v800,),)}, examples=Examples(v780, ('rules', 'contradicted-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'contradicted-assessment',)),
        'stale-assessment': Rule(id='stale-assessment', title='A legacy assessment that is too old', severity=v100, kind='fault', subjects=('application', 'server',), population=v752, where=v761, when=v803, message='{name} has not been assessed as legacy within {age} (last: {legacy_assessment.assessed})', messages={'application': v804, 'server': v805}, why='A year changes suppliers, staff and support dates. Money is then shared out by scores that no\nlonger order anything.\n', fix='Assess it again, with those who run it and those who use it, and record the new date.\n', since='0.1', authority=('litraf', 'pci-dss-12-3-4',), acceptance=v415, parameters=(v592,), evidence={'application': (('legacy_score', v771,), ('legacy_assessment.by', v799,),), 'server': (('legacy_score', v771,), ('legacy_assessment.by', v800,),)}, examples=Examples(v780, ('rules', 'stale-assessment', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'stale-assessment',)),
        'unassessed-legacy': Rule(id='unassessed-legacy', title='Out of support or on extended support, and never assessed', severity=v100, kind='gap', subjects=('application', 'server',), population=v752, where=None, when=v812, message='{name} has never been assessed as legacy: {legacy_causes}', messages={'application': v813, 'server': v813}, why='What is out of support, or kept going by paid support, is legacy by definition. How likely and\nhow grave it is decides who comes first, and nobody has asked.\n', fix='Score it by the Legacy IT Risk Assessment Framework, and record it as `legacy_assessment` with\nits date.\n', since='0.1', authority=('govuk-legacy', 'litraf',), acceptance=v19, parameters=(), evidence={'application': (('criticality', v447,),), 'server': (('criticality', v447,),)}, examples=Examples(v780, ('rules', 'unassessed-legacy', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'unassessed-legacy',)),
        'key-person-dependency': Rule(id='key-person-dependency', title='It hangs on one person, or on nobody', severity=v0, kind='fault', subjects=('application',), population=v106, where=None, when=v826, message='{name} hangs on too few people: the number who can keep it running is {skills.people}', messages={'application': v827}, why='People fall ill, retire and are abolished with their councils. What only they know goes with\nthem, and the system stays.\n', fix='Train a second person, write down how it is run, or buy the knowledge from the supplier. Count\nonly those who could do it tomorrow.\n', since='0.1', authority=('caf-a3a', 'stockton-2017-p2',), acceptance=v19, parameters=(v828, v829,), evidence={'application': (('criticality', v447,), ('support_model', v831,), ('technical_owner', v833,),)}, examples=Examples(v780, ('rules', 'key-person-dependency', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v780, path=('rules', 'key-person-dependency',)),
        'expired-licence': Rule(id='expired-licence', title='A licence that has ended and is still in use', severity=v0, kind='fault', subjects=('licence',), population=v834, where=None, when=v845, message='{name} ended on {ends}, and is still used by {uses}', messages={'licence': v846}, why="What is used without a licence is owed, with interest, at the supplier's next audit, and its\nupdates and support may have stopped with it.\n", fix='Renew it, or take what it licenses out of use; if another licence has followed it, record that\none on the assets that use it.\n', since='0.1', authority=('iso-19770', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'licence': (('product', v848,), ('metric', v850,),)}, examples=Examples(v851, ('rules', 'expired-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'expired-licence',)),
        'over-deployed-licence': Rule(id='over-deployed-licence', title='More of a licence in use than was bought', severity=v0, kind='fault', subjects=('licence',), population=v834, where=None, when=v859, message='{name}: at least {deployed_at_least} in use, {quantity} bought (counted by {metric})', messages={'licence': v864}, why='Suppliers count as well, and charge for what they find at list price. Above the licence there\nmay also be no support.\n', fix='Close accounts or move systems until the number fits, or buy the difference before the\nsupplier asks for it.\n', since='0.1', authority=('iso-19770',), acceptance=v19, parameters=(), evidence={'licence': (('metric', v850,), ('uses', v841,),)}, examples=Examples(v851, ('rules', 'over-deployed-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'over-deployed-licence',)),
        'surplus-licence': Rule(id='surplus-licence', title='A tenth of a licence, or more, is not used', severity=v89, kind='fault', subjects=('licence',), population=v834, where=None, when=v871, message='{name}: of {quantity} bought, {surplus} are not in use (counted by {metric})', messages={'licence': v872}, why='What nobody uses is paid for again at every renewal, and its maintenance grows with the price\nlist.\n', fix='Buy fewer at the next renewal, or give what is left over to a service that is about to buy.\n', since='0.1', authority=('iso-19770', 'stockton-2017-p4',), acceptance=v124, parameters=(v873,), evidence={'licence': (('deployed', v875,), ('metric', v850,), ('ends', v836,),)}, examples=Examples(v851, ('rules', 'surplus-licence', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'surplus-licence',)),
        'unlicensed-software': Rule(id='unlicensed-software', title='A product that is licensed elsewhere, installed without a licence', severity=v0, kind='fault', subjects=('installation',), population=v571, where=v879, when=v884, message='{asset.name} runs {product.name} {version}, and no licence for it covers this asset', messages={'installation': v887}, why='The estate buys this product, so it is not free. An installation that no licence covers is a\ndebt to the supplier, and often one that nobody patches.\n', fix='Record the licence that covers it under `licensed_by`; if there is none, buy one or remove the\nsoftware.\n', since='0.1', authority=('iso-19770', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'installation': (('asset.licensed_by', v889,),)}, examples=Examples(v851, ('rules', 'unlicensed-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'unlicensed-software',)),
        'missed-notice': Rule(id='missed-notice', title='Notice was missed, and the contract renews past its system', severity=v0, kind='fault', subjects=('contract',), population=v890, where=None, when=v907, message='Notice on the contract {name} was due by {notice_by}: it runs on (until {renewed_end}), and what it covers is planned to be gone by {needed_until}', messages={'contract': v908}, why='The next term is paid for although the system that it is for has left. The money is committed\non a day that nobody saw.\n', fix='Ask the supplier for a shorter term now; if the plan has moved, record the new day. Then put\nthe next notice date into the work plan.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p1',), acceptance=v19, parameters=(), evidence={'contract': (('value', v910,), ('notice', v912,), ('covered', v914,),)}, examples=Examples(v851, ('rules', 'missed-notice', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'missed-notice',)),
        'closing-notice-window': Rule(id='closing-notice-window', title='Notice must be given soon, or the contract renews itself', severity=v100, kind='fault', subjects=('contract',), population=v890, where=None, when=v922, message='Notice on the contract {name} must be given by {notice_by}, or it renews (term: {renews_for})', messages={'contract': v925}, why='Until that day there is a choice: end it, ask for better terms, or let it run. After it there\nis none for a whole term.\n', fix='Decide with the service that uses it, and give notice in writing or record that it shall go\non.\n', since='0.1', authority=('stockton-2017-p4',), acceptance=v415, parameters=(v926,), evidence={'contract': (('value', v910,), ('covered', v914,), ('needed_until', v898,),)}, examples=Examples(v851, ('rules', 'closing-notice-window', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'closing-notice-window',)),
        'contract-outlives-system': Rule(id='contract-outlives-system', title='A contract that runs on after what it covers', severity=v100, kind='fault', subjects=('contract',), population=v890, where=None, when=v930, message='The contract {name} (end: {current_end}) outlives what it covers, which is planned to be gone by {needed_until}', messages={'contract': v931}, why='The last months are paid for nothing, unless somebody agrees otherwise while there is still\nsomething to agree about.\n', fix='Negotiate an earlier end or a transfer to the successor; or let the plan end with the\ncontract.\n', since='0.1', authority=('stockton-2017-p4', 'stockton-2017-p1',), acceptance=v124, parameters=(), evidence={'contract': (('value', v910,), ('covered', v914,),)}, examples=Examples(v851, ('rules', 'contract-outlives-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'contract-outlives-system',)),
        'system-outlives-contract': Rule(id='system-outlives-contract', title='A contract ends before what it covers, and nothing follows it', severity=v100, kind='fault', subjects=('contract',), population=v890, where=v933, when=v946, message='The contract {name} ends on {current_end}, before what it covers ({covered}), and no contract replaces it', messages={'contract': v947}, why="A procurement takes most of a year. Without one the choice on the last day is an extension at\nthe supplier's price, or a system without support.\n", fix="Begin the renewal or the procurement, and record the contract that follows with `replaces`; or\nplan the system's end for the same day.\n", since='0.1', authority=('stockton-2017-p8', 'caf-a4',), acceptance=v19, parameters=(), evidence={'contract': (('value', v910,), ('needed_until', v898,),)}, examples=Examples(v851, ('rules', 'system-outlives-contract', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'system-outlives-contract',)),
        'unpublished-contract-fields': Rule(id='unpublished-contract-fields', title='A contract to be published lacks what the law asks for', severity=v89, kind='gap', subjects=('contract',), population=v890, where=v950, when=v955, message='The register entry of the contract {name} lacks {unpublished_fields}', messages={'contract': v956}, why='Councils publish their contracts every quarter. What the register lacks is asked for by letter\ninstead, and the same fields are needed when contracts pass to a successor.\n', fix='Fill them in from the procurement file, under `published` and in the contract itself.\n', since='0.1', authority=('transparency-code-2015',), acceptance=v124, parameters=(v957,), evidence={'contract': (('value', v910,),)}, examples=Examples(v851, ('rules', 'unpublished-contract-fields', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v851, path=('rules', 'unpublished-contract-fields',)),
        'unallocated-asset': Rule(id='unallocated-asset', title='Nobody has said who takes it over', severity=v100, kind='gap', subjects=('asset',), population=v420, where=v965, when=v969, message='No successor is named for {name}, and vesting day is {vesting}', messages={'asset': v970}, why='On vesting day everything belongs to somebody. What nobody has allocated is found on that\nmorning, when its contract, its support and its people have gone to one side or the other.\n', fix="Agree who takes it on and record that organisation's id as `successor`; or plan its end\nbefore vesting day.\n", since='0.1', authority=('lgr-playbook',), acceptance=v19, parameters=(), evidence={'asset': (('organisations', v972,), ('planned_end', v246,),)}, examples=Examples(v973, ('rules', 'unallocated-asset', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v973, path=('rules', 'unallocated-asset',)),
        'split-shared-system': Rule(id='split-shared-system', title='Shared by organisations that part', severity=v0, kind='fault', subjects=('asset',), population=v420, where=v977, when=v982, message='{name} is shared by {organisations}, who part on {vesting}: it would belong to {successors}', messages={'asset': v983}, why='One system will serve bodies that no longer share a budget, a risk owner or a network. Its\ndata must be parted, or one body must serve the other under an agreement, and both take long.\n', fix='Decide early: one inherits it and serves the other for a stated time, or it is divided, or\nboth leave it. Record the project that does so, and the agreement if there is to be one.\n', since='0.1', authority=('lgr-playbook',), acceptance=v984, parameters=(), evidence={'asset': (('successor', v967,), ('planned_end', v246,),)}, examples=Examples(v973, ('rules', 'split-shared-system', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v973, path=('rules', 'split-shared-system',)),
        'notice-before-vesting': Rule(id='notice-before-vesting', title='Notice must be given before vesting day', severity=v0, kind='fault', subjects=('contract',), population=v890, where=v986, when=v988, message='Notice on the contract {name} must be given by {notice_by}, before vesting day on {vesting}', messages={'contract': v989}, why='The organisation that will live with the contract cannot decide about it. If nobody gives\nnotice for it, it inherits another term; if somebody does, it may inherit no contract at all.\n', fix='Agree with the successor before that day whether to end, extend or novate it, and record the\ndecision; some extensions need the consent of others before vesting.\n', since='0.1', authority=('lgr-playbook',), acceptance=v124, parameters=(), evidence={'contract': (('current_end', v900,), ('auto_renews', v892,), ('novation', v991,), ('successor', v967,), ('value', v910,),)}, examples=Examples(v973, ('rules', 'notice-before-vesting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v973, path=('rules', 'notice-before-vesting',)),
        'acceptance-lapsing-at-vesting': Rule(id='acceptance-lapsing-at-vesting', title='An acceptance that outlives the organisation that gave it', severity=v0, kind='fault', subjects=('exception',), population=None, where=v996, when=v1000, message='The acceptance {id} runs until {last_day}, and the organisation that gave it ceases on {vesting}', messages={'exception': v1001}, why='A risk is accepted by somebody who answers for it. On vesting day that office ends, and the\nsuccessor has accepted nothing: from then on the risk is unmanaged.\n', fix="End the risk before vesting day; or have the successor's own risk owner accept it from that\nday, with the plan as it then stands.\n", since='0.1', authority=('stockton-2017-p8', 'lgr-playbook',), acceptance=v19, parameters=(), evidence={'exception': (('organisation', v1003,), ('accepted_by', v1005,),)}, examples=Examples(v973, ('rules', 'acceptance-lapsing-at-vesting', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v973, path=('rules', 'acceptance-lapsing-at-vesting',)),
        'recovery-time-inversion': Rule(id='recovery-time-inversion', title='Needs something that comes back later than it must', severity=v0, kind='fault', subjects=('dependency',), population=None, where=v1022, when=v1032, message='{source.name} must be back within {due_in}, and what it needs ({relation}: {targets}) takes at least {least_back_in} to recover', messages={'dependency': v1038}, why='A recovery time that what lies below cannot meet is a promise that nobody can keep. It is\nfound out on the worst day, by those who relied on it.\n', fix='Make what it needs recover sooner, keep a second one of it (`any_of`, `fails_over_to`), do\nwithout it for a while (`strength: soft`), or state a recovery time that can be kept.\n', since='0.1', authority=('caf-b5a', 'stockton-2017-p6',), acceptance=v1039, parameters=(), evidence={'dependency': (('back_in', v1024,), ('source.critical_services', v1041,),)}, examples=Examples(v1042, ('rules', 'recovery-time-inversion', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'recovery-time-inversion',)),
        'recovery-point-inversion': Rule(id='recovery-point-inversion', title='Needs something that loses more data than it may', severity=v0, kind='fault', subjects=('dependency',), population=None, where=v1022, when=v1052, message='{source.name} may lose {may_lose} of data, and what it needs ({relation}: {targets}) loses at least {least_loss}', messages={'dependency': v1053}, why="A system's data is no newer after a failure than that of what it stores in. If the store goes\nback a day, so does everything above it.\n", fix='Back up or replicate what it needs more often, or state a data loss that can be kept.\n', since='0.1', authority=('caf-b5a', 'caf-b5c', 'stockton-2017-p6',), acceptance=v1039, parameters=(), evidence={'dependency': (('loses', v1044,), ('source.critical_services', v1041,),)}, examples=Examples(v1042, ('rules', 'recovery-point-inversion', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'recovery-point-inversion',)),
        'intolerable-recovery-time': Rule(id='intolerable-recovery-time', title='Comes back later than its absence can be borne', severity=v0, kind='fault', subjects=('application', 'server',), population=v752, where=v1054, when=v1067, message='{name} takes at least {least_rto} to recover, and can be done without for only {recovery.mtpd}', messages={'application': v1068, 'server': v1069}, why='After its tolerable period the harm of being without it is no longer bearable. A recovery\nthat takes longer is no recovery.\n', fix='Shorten its recovery, or that of what it needs; or give the service another way to carry on,\nand state the longer period that it then tolerates.\n', since='0.1', authority=('caf-b5a', 'stockton-2017-p6',), acceptance=v1039, parameters=(), evidence={'application': (('effective_rto', v1056,), ('recovery.rto', v703,), ('critical_services', v1070,),), 'server': (('effective_rto', v1056,), ('recovery.rto', v1071,), ('critical_services', v1070,),)}, examples=Examples(v1042, ('rules', 'intolerable-recovery-time', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'intolerable-recovery-time',)),
        'missing-recovery-objectives': Rule(id='missing-recovery-objectives', title='A critical service needs it, and no recovery objective is stated', severity=v100, kind='gap', subjects=('application', 'server',), population=v752, where=v1075, when=v1091, message='{name} states neither how soon it must be back nor how much data may be lost', messages={'application': v1092, 'server': v1092}, why='Without objectives nobody knows in which order to recover, and no backup can be called good\nenough.\n', fix='Ask the service how long it can do without, and record `recovery` with `rto` and `rpo`.\n', since='0.1', authority=('caf-b5a',), acceptance=v124, parameters=(), evidence={'application': (('critical_services', v1070,),), 'server': (('critical_services', v1070,),)}, examples=Examples(v1042, ('rules', 'missing-recovery-objectives', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'missing-recovery-objectives',)),
        'untested-recovery': Rule(id='untested-recovery', title='Its recovery has not been tested', severity=v100, kind='fault', subjects=('application', 'server',), population=v752, where=v1054, when=v1100, message='{name} has not been recovered for a test within {tested_within} (last: {recovery.tested})', messages={'application': v1101, 'server': v1102}, why='A recovery that nobody has tried is a hope. Staff, passwords and systems change within a year,\nand the written procedure does not.\n', fix='Restore it, time it, and record the day in `recovery.tested`.\n', since='0.1', authority=('caf-b5c', 'caf-b5a',), acceptance=v415, parameters=(v1103,), evidence={'application': (('recovery.rto', v703,), ('critical_services', v1070,),), 'server': (('recovery.rto', v1071,), ('critical_services', v1070,),)}, examples=Examples(v1042, ('rules', 'untested-recovery', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'untested-recovery',)),
        'circular-recovery': Rule(id='circular-recovery', title='Assets need one another to recover', severity=v100, kind='fault', subjects=('cycle',), population=None, where=v1107, when=v1111, message='{members} need one another to recover: none of them can be started first', messages={'cycle': v1112}, why='After a failure of all of them none can be started first. Somebody will have to break the\ncircle by hand, under pressure, and with luck remembers how.\n', fix='Decide which of them starts without the other, and make it so: a second one outside the circle\n(`any_of`, `fails_over_to`), a local copy, or a need that is soft.\n', since='0.1', authority=('caf-b5a',), acceptance=v1113, parameters=(), evidence={'cycle': (('way', v1115,),)}, examples=Examples(v1042, ('rules', 'circular-recovery', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'circular-recovery',)),
        'single-point-of-failure': Rule(id='single-point-of-failure', title='A critical service stops when it alone stops', severity=v0, kind='fault', subjects=('server', 'device', 'connection', 'api',), population=v1116, where=v1117, when=v1122, message='If {name} alone fails, these critical services stop: {sole_support_of}', messages={'server': v1123, 'device': v1123, 'connection': v1123, 'api': v1123}, why='One fault, one spilt cup or one mistaken command is enough to take a critical service away.\n', fix='Put a second one beside it and record them as a redundancy group (`any_of`) or with\n`fails_over_to`; or show that the service can do without it (`strength: soft`).\n', since='0.1', authority=('caf-b5b', 'stockton-2017-p6',), acceptance=v1039, parameters=(), evidence={'server': (('least_rto', v1059,), ('sites', v1125,),), 'device': (('least_rto', v1059,), ('sites', v1125,),), 'connection': (('least_rto', v1059,), ('sites', v1125,),), 'api': (('least_rto', v1059,), ('sites', v1125,),)}, examples=Examples(v1042, ('rules', 'single-point-of-failure', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'single-point-of-failure',)),
        'single-site-dependency': Rule(id='single-site-dependency', title='A critical service stops with one site', severity=v0, kind='fault', subjects=('service',), population=v201, where=v1127, when=v1134, message='{name} stops when one site is lost: {single_sites}', messages={'service': v1135}, why='A fire, a flood or a cut cable takes a whole building. What stands nowhere else is gone until\nthe building is back.\n', fix='Let what it needs run at a second site, and record it as a redundancy group (`any_of`) or with\n`fails_over_to`.\n', since='0.1', authority=('caf-b5b',), acceptance=v1039, parameters=(), evidence={'service': (('single_sites', v1131,),)}, examples=Examples(v1042, ('rules', 'single-site-dependency', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'single-site-dependency',)),
        'missing-backup': Rule(id='missing-backup', title='Holds data that is backed up nowhere', severity=v0, kind='fault', subjects=('application', 'server',), population=v752, where=v1140, when=v1145, message='{name} holds data, and neither it nor what it runs on is backed up', messages={'application': v1146, 'server': v1146}, why='Data that exists once is lost with the first disk, mistake or ransom note.\n', fix='Back it up to another site, and record where in `backs_up_to`.\n', since='0.1', authority=('caf-b5c',), acceptance=v200, parameters=(), evidence={'application': (('personal_data', v620,),), 'server': (('personal_data', v1148,),)}, examples=Examples(v1042, ('rules', 'missing-backup', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'missing-backup',)),
        'same-site-backup': Rule(id='same-site-backup', title='Backed up only to where it stands', severity=v0, kind='fault', subjects=('application', 'server',), population=v752, where=v1154, when=v1159, message='{name} is backed up only where it stands: at {sites}', messages={'application': v1160, 'server': v1160}, why='What takes the building takes the copy with it.\n', fix='Keep one copy at another site, or with somebody else, and record it in `backs_up_to`.\n', since='0.1', authority=('caf-b5c', 'caf-b5b',), acceptance=v1039, parameters=(), evidence={'application': (('sites', v1125,),), 'server': (('sites', v1125,),)}, examples=Examples(v1042, ('rules', 'same-site-backup', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'same-site-backup',)),
        'single-link-site': Rule(id='single-link-site', title='A site with servers hangs on one line', severity=v100, kind='fault', subjects=('site',), population=v1161, where=v1162, when=v1177, message='{name} has servers ({servers_there}) and only one line: {lines}', messages={'site': v1178}, why='A digger in the road takes away everything that runs there, for everybody.\n', fix='Add a second line by another way or another provider; or move what others need elsewhere.\n', since='0.1', authority=('caf-b5b',), acceptance=v124, parameters=(), evidence={'site': (('lines', v1172,), ('servers_there', v1166,),)}, examples=Examples(v1042, ('rules', 'single-link-site', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1042, path=('rules', 'single-link-site',)),
        'closing-site-in-use': Rule(id='closing-site-in-use', title='Still stands at a site when it closes', severity=v0, kind='fault', subjects=('server', 'device', 'connection',), population=v1179, where=None, when=v1186, message='{name} stands at {closing_sites}, which closes on {closing_sites.closes}, and nothing planned takes it away by then; what stands on it: {losing_place}', messages={'server': v1190, 'device': v1190, 'connection': v1190}, why='A building that is handed back is switched off on the day that the lease says. What nobody\nmoved by then is moved in a week, or lost.\n', fix='Put its move or its end into the work plan, dated on or before the closing day: retire it, set\n`located_at`, or end its place there with `until`.\n', since='0.1', authority=('stockton-2017-downsizing', 'caf-a3a',), acceptance=v170, parameters=(), evidence={'server': (('closing_sites.closes', v1187,), ('planned_end', v246,), ('needed_by', v392,), ('losing_place', v1189,),), 'device': (('closing_sites.closes', v1187,), ('planned_end', v246,), ('needed_by', v392,), ('losing_place', v1189,),), 'connection': (('closing_sites.closes', v1187,), ('planned_end', v246,), ('needed_by', v392,), ('losing_place', v1189,),)}, examples=Examples(v1191, ('rules', 'closing-site-in-use', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1191, path=('rules', 'closing-site-in-use',)),
        'downsizing-opportunity': Rule(id='downsizing-opportunity', title='When it is due for renewal, nothing planned needs it', severity=v690, kind='fault', subjects=('server', 'device',), population=v1192, where=v1214, when=v1223, message='{name} is due for renewal on {renewal}, and nothing in the plan needs it by then', messages={'server': v1224, 'device': v1225}, why='The point of renewal is when infrastructure can shrink without loss. Once the new machine is\nbought, its cost is fixed for years.\n', fix='Plan its end instead of its renewal, and take the saving into the budget plan; or record what\nwill need it.\n', since='0.1', authority=('stockton-2017-downsizing', 'stockton-2017-p4',), acceptance=v124, parameters=(), evidence={'server': (('renewal', v1197,), ('needed_by', v392,), ('annual_cost', v244,),), 'device': (('renewal', v1207,), ('needed_by', v392,), ('annual_cost', v244,),)}, examples=Examples(v1191, ('rules', 'downsizing-opportunity', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1191, path=('rules', 'downsizing-opportunity',)),
        'unrecorded-location': Rule(id='unrecorded-location', title='Nobody recorded where it stands', severity=v89, kind='gap', subjects=('server', 'device',), population=v1192, where=v1229, when=v1236, message='Nobody has recorded at which site {name} stands', messages={'server': v1237, 'device': v1237}, why='When a building closes, floods or loses its power, nobody knows that this goes with it.\n', fix='Record the site in `located_at`.\n', since='0.1', authority=('caf-a3a',), acceptance=v124, parameters=(), evidence={'server': (('form', v1239,),), 'device': (('form', v1241,),)}, examples=Examples(v1191, ('rules', 'unrecorded-location', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1191, path=('rules', 'unrecorded-location',)),
        'unsupported-software': Rule(id='unsupported-software', title='Unsupported software without SIRO sign-off', severity=v21, kind='fault', subjects=('installation',), population=v571, where=v1248, when=v1255, message='{asset.name} runs {product.name} {version}, unsupported since {support.ended}', messages={'installation': v1258}, why='Software past the end of its security support receives no fixes. Every fault found in it from\nthen on stays open, and whoever attacks it knows so. The strategy allows it only while the\nSenior Information Risk Owner accepts the risk, with a plan that ends it.\n', fix='Upgrade, replace or retire it. Until that is done, ask the SIRO of every organisation that\nshares it to accept the risk for a stated time, with mitigation and a plan.\n', since='0.1', authority=('stockton-2017-p8', 'cyber-essentials', 'caf-b4d', 'cis-control-2',), acceptance=v788, parameters=(), evidence={'installation': (('cycle', v1260,), ('support.source', v1262,), ('asset.exposure', v1263,), ('asset.personal_data', v1264,),)}, examples=Examples(v1265, ('rules', 'unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'unsupported-software',)),
        'unpaid-extended-support': Rule(id='unpaid-extended-support', title='Past support, with extended support that nobody bought', severity=v21, kind='fault', subjects=('installation',), population=v571, where=v1248, when=v1268, message='{asset.name} runs {product.name} {version}, out of support since {support.ended}; extended support is for sale until {support.extended_until}, and no licence here buys it', messages={'installation': v1271}, why='Fixes are still made for it, but only for those who pay. Without that contract it is as\nexposed as software that nobody fixes any more.\n', fix='Upgrade or retire it. If that takes time, buy the extended support and record the licence\n(`extended_support: true`, with product, versions and dates) on this asset; otherwise the\nSIRO decides.\n', since='0.1', authority=('stockton-2017-p8', 'cyber-essentials', 'caf-b4d',), acceptance=v788, parameters=(), evidence={'installation': (('cycle', v1260,), ('support.source', v1262,), ('asset.exposure', v1263,), ('asset.personal_data', v1264,),)}, examples=Examples(v1265, ('rules', 'unpaid-extended-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'unpaid-extended-support',)),
        'extended-support': Rule(id='extended-support', title='On extended support, and so still legacy', severity=v100, kind='fault', subjects=('installation',), population=v571, where=v1248, when=v1274, message='{asset.name} runs {product.name} {version} on extended support until {support.extended_until}', messages={'installation': v1275}, why='Extended support keeps fixes coming, at a price and for a time. Government counts what needs\nit as legacy all the same: when it ends, the same question returns with fewer choices.\n', fix='Plan its replacement to arrive before extended support ends, and budget for the support until\nthen.\n', since='0.1', authority=('govuk-legacy', 'cyber-essentials',), acceptance=v19, parameters=(), evidence={'installation': (('cycle', v1260,), ('support.ended', v1257,), ('support.source', v1262,), ('entitlement.name', v1277,),)}, examples=Examples(v1265, ('rules', 'extended-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'extended-support',)),
        'ending-support': Rule(id='ending-support', title='Support ends before anything takes it away', severity=v1286, kind='fault', subjects=('installation',), population=v571, where=v1248, when=v1295, message='{asset.name} runs {product.name} {version}, whose support ends on {support.ends}, and no project takes it away before then; {afterwards}', messages={'installation': v1298}, why='A date that is known years ahead is cheap to meet and dear to miss. Renewals, budgets and the\nwork plan are made long before it; what is in none of them becomes an exception later.\n', fix='Put a project into the work plan whose dated change retires, replaces or upgrades it on or\nbefore the last day of support.\n', since='0.1', authority=('stockton-2017-p8', 'pci-dss-12-3-4',), acceptance=v19, parameters=(), evidence={'installation': (('cycle', v1260,), ('support.source', v1262,), ('planned_end', v1292,),)}, examples=Examples(v1265, ('rules', 'ending-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'ending-support',)),
        'unknown-support': Rule(id='unknown-support', title='Nobody knows whether it is supported', severity=v1307, kind='gap', subjects=('installation',), population=v571, where=v1309, when=v1311, message='{asset.name}: nobody knows whether its software is supported: {reason}', messages={'installation': v1314}, why='What is not known cannot be counted as supported. A product without a version, or one that no\ncatalogue knows, hides the very risk that the strategy promises to manage.\n', fix="Record the product and its version as the catalogue spells them (`estate lifecycle show`\nhelps), or describe the product under `products` with the supplier's own dates.\n", since='0.1', authority=('stockton-2017-p8', 'caf-a3a',), acceptance=v19, parameters=(), evidence={'installation': (('match', v1316,), ('candidates', v1318,),)}, examples=Examples(v1265, ('rules', 'unknown-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'unknown-support',)),
        'inherited-unsupported-software': Rule(id='inherited-unsupported-software', title='Stands on unsupported software of something else', severity=v0, kind='fault', subjects=('application', 'api',), population=v1319, where=None, when=v1326, message='{name} stands on unsupported software: {stands_on_unsupported}', messages={'application': v1327, 'api': v1327}, why="An application is as safe as what carries it. A supported product on an unsupported server\nshares the server's open faults, however many copies of the server there are.\n", fix='Move it, or treat the cause: the finding follows the acceptance of what it stands on, so that\none decision covers everything above it.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d',), acceptance=v1328, parameters=(), evidence={'application': (('stands_on_unsupported', v1323,),), 'api': (('stands_on_unsupported', v1323,),)}, examples=Examples(v1265, ('rules', 'inherited-unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'inherited-unsupported-software',)),
        'unsupported-hardware': Rule(id='unsupported-hardware', title="Hardware past its maker's support", severity=v0, kind='fault', subjects=('server', 'device',), population=v1192, where=v1329, when=v1337, message='{name} is hardware that its maker has not supported since {hardware.support_ends}', messages={'server': v1338, 'device': v1339}, why='Parts, repairs and firmware fixes are no longer promised. It may run for years, and then not\ncome back on the day that it stops.\n', fix='Replace it at the next point of renewal, or move what it carries to hardware or hosting that\nis supported.\n', since='0.1', authority=('stockton-2017-p8', 'caf-b4d', 'pci-dss-12-3-4',), acceptance=v19, parameters=(), evidence={'server': (('hardware.product', v1341,),), 'device': (('hardware.product', v1342,),)}, examples=Examples(v1265, ('rules', 'unsupported-hardware', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'unsupported-hardware',)),
        'version-lock': Rule(id='version-lock', title='Locked to versions that are unsupported or end first', severity=v0, kind='fault', subjects=('application', 'server', 'device', 'api',), population=v389, where=None, when=v1355, message='{name} requires versions whose support has ended or ends before its own: {locked_to}', messages={'application': v1356, 'server': v1356, 'device': v1356, 'api': v1356}, why='What needs an old version keeps it alive for everybody. The lock, not the old software, is\nthen what has to be removed, and its supplier is the one to ask.\n', fix='Ask the supplier for a release that works with a supported version, and record it under\n`requires`; or plan the move to another product.\n', since='0.1', authority=('stockton-2017-p8', 'govuk-legacy',), acceptance=v19, parameters=(), evidence={'application': (('own_support_ends', v1351,),), 'server': (('own_support_ends', v1351,),), 'device': (('own_support_ends', v1351,),), 'api': (('own_support_ends', v1351,),)}, examples=Examples(v1265, ('rules', 'version-lock', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'version-lock',)),
        'lapsed-supplier-support': Rule(id='lapsed-supplier-support', title="No contract in force brings the supplier's support", severity=v0, kind='fault', subjects=('application',), population=v106, where=v1360, when=v1374, message="{name} relies on its supplier's support, and no contract in force includes it", messages={'application': v1375}, why='When it fails, nobody is bound to help, and fixes may not be delivered at all. Support that\nlapsed is often noticed only when it is needed.\n', fix='Renew the contract or make a new one, and record `support: true` with its dates; or change\n`support_model` if somebody else supports it.\n', since='0.1', authority=('stockton-2017-p8', 'caf-a4',), acceptance=v19, parameters=(), evidence={'application': (('contracts', v1364,),)}, examples=Examples(v1265, ('rules', 'lapsed-supplier-support', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'lapsed-supplier-support',)),
        'slow-patching': Rule(id='slow-patching', title='Fixes are installed too late', severity=v0, kind='fault', subjects=('installation',), population=v571, where=v1309, when=v1386, message="{asset.name}: fixes for {title} are installed too late (last installed: {patched}; days from a fix's release to its installation: {patch_days})", messages={'installation': v1389}, why='Support helps only if its fixes are installed. Attacks on a known fault begin within days of\nthe fix that reveals it.\n', fix='Install fixes for severe faults within 14 days of their release, and record `patched` and\n`patch_days` from the tool that does it.\n', since='0.1', authority=('cyber-essentials', 'caf-b4d',), acceptance=v19, parameters=(v1390, v1393,), evidence={'installation': (('asset.exposure', v1263,),)}, examples=Examples(v1265, ('rules', 'slow-patching', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'slow-patching',)),
        'exposed-unsupported-software': Rule(id='exposed-unsupported-software', title='Unsupported software that the internet can reach', severity=v21, kind='fault', subjects=('installation',), population=v571, where=v1248, when=v1397, message='{asset.name} runs {product.name} {version} without support, and the internet reaches it', messages={'installation': v1398}, why='Everybody can try every published fault on it, and none of them will be fixed. No standard\nallows it: the sub-set that may hold unsupported software has no traffic with the internet.\n', fix='Take it off the internet today, by zone or by removing what runs on it; then replace it.\n', since='0.1', authority=('cyber-essentials', 'ncsc-obsolete-products', 'stockton-2017-p8',), acceptance=v1399, parameters=(), evidence={'installation': (('asset.exposure', v1263,), ('asset.zone', v1401,), ('support.source', v1262,),)}, examples=Examples(v1265, ('rules', 'exposed-unsupported-software', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'exposed-unsupported-software',)),
        'switched-telephony': Rule(id='switched-telephony', title='A line on the switched telephone network', severity=v0, kind='fault', subjects=('connection',), population=v1402, where=None, when=v1408, message='{name} is a line on the switched telephone network ({technology}), which is retired by 31 January 2027', messages={'connection': v1409}, why='The public switched telephone network and ISDN go, whoever still uses them. Alarms, lifts and\ntelecare that dial over them fall silent without a word.\n', fix='Move what needs it to a line over broadband or mobile, test it with those who depend on it,\nand end the contract.\n', since='0.1', authority=('govuk-pstn',), acceptance=v19, parameters=(), evidence={'connection': (('needed_by', v392,),)}, examples=Examples(v1265, ('rules', 'switched-telephony', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'switched-telephony',)),
        'supplier-withdrawal': Rule(id='supplier-withdrawal', title='Its supplier has announced its end', severity=v100, kind='fault', subjects=('product',), population=None, where=None, when=v1413, message='The last day on which {vendor} offers {name} is {withdrawn}', messages={'product': v1418}, why='Once a supplier has said when a product ends, its price and its attention go elsewhere. Some\nmoves to hosting are forced in this way and leave no time to compare.\n', fix='Decide while there is a choice: appraise the options, write the exit into the work plan, and\ncheck what the contract says of it.\n', since='0.1', authority=('stockton-2017-p8', 'stockton-2017-p4',), acceptance=v19, parameters=(), evidence={'product': (('withdrawn', v1417,),)}, examples=Examples(v1265, ('rules', 'supplier-withdrawal', 'examples',)), unknown_is_gap=False, voids=False, comparison=False, source=v1265, path=('rules', 'supplier-withdrawal',)),
    }


def judge_integration_point_to_point_integration(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if c0[s.source.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.style
            # rule 0
            if p0 is None or p0 in ('file', 'database', 'rpa'):
                h0(i)
            # rule 1
            if p0 is None or p0 == 'manual':
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if (c0[s.source.id] in ('live', 'retiring')) and ((t1 := s.style) is not None and t1 in ('file', 'database', 'rpa')):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        if (c0[s.source.id] in ('live', 'retiring')) and ((t2 := s.style) is not None and t2 == 'manual'):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_service_offline_service(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := s.public) is None or t0:
                n1 += 1
                # shared
                # rule 0
                if (not ((t1 := s.channels) is not None and 'online' in t1)) and ((not (t2 := s.online_barrier))):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t3 := s.public) is not None and t3) and ((not ((t4 := s.channels) is None or len(t4) > 0 and ('online' in t4 or None in t4))) and ((not (t5 := s.online_barrier)))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_application_system_without_api(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.interfaces']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := s.category) is None or t0 == 'line-of-business':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = UNLIMITED
                if (t1 := c1[u]) is not None:
                    z0 = 0
                    for x0 in t1:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t3 := s.category) is not None and t3 == 'line-of-business'):
            a1 = 0
            z1 = UNLIMITED
            if (t2 := c1[u]) is not None:
                z1 = 0
                for x0 in t2:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
            if a1 == z1 == 0 == 0:
                f0.append(i)
            else:
                g0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_deprecated_api_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['api.consumers']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        # rule 0
        q1 = ((s.deprecated <= k0) or (p0 in ('retiring', 'retired')))
        if q1:
            q0 = False
            for x0 in c1[u]:
                if x0 is None or c0[x0.id] in ('live', 'retiring'):
                    q0 = True
                    break
            q1 = q0
        if q1:
            h0(i)
        # shared
        if p0 in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            if ((not (t0 := s.documentation))) or ((not (t1 := s.maintainer))):
                h1(i)
            # rule 2
            if ((t2 := s.transport) is None or t2 != 'https') or (((t3 := s.authentication) is None or t3 == 'none') and ((t4 := s.exposure) is None or t4 in ('partner', 'internet'))):
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = ((s.deprecated <= k0) or (c0[u] in ('retiring', 'retired')))
        if q3:
            q2 = False
            for x0 in c1[u]:
                if x0 is not None:
                    if x0 is not None and c0[x0.id] in ('live', 'retiring'):
                        q2 = True
                        break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((not (t5 := s.documentation))) or ((not (t6 := s.maintainer)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t7 := s.transport) is not None and t7 != 'https') or (((t8 := s.authentication) is not None and t8 == 'none') and ((t9 := s.exposure) is not None and t9 in ('partner', 'internet')))):
            f2.append(i)
        else:
            u2.append(i)
    return [(len(subjects), f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_envelope_exceeded_envelope(subjects, columns, scope):
    c0 = columns['envelope.capital_budgeted']
    c1 = columns['envelope.revenue_budgeted']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        if ((t0 := c0[u]) is None or t0 > s.capital) or ((t1 := c1[u]) is None or t1 > s.revenue):
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((t2 := c0[u]) is not None and t2 > s.capital) or ((t3 := c1[u]) is not None and t3 > s.revenue):
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_project_unreconciled_budget(subjects, columns, scope):
    c0 = columns['project.capital_budgeted']
    c1 = columns['project.revenue_budgeted']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (t0 := s.status) is None or t0 in ('planned', 'live'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := c0[u]) is None or (t2 := s.cost) is None or t1 != t2.capital) or ((t3 := c1[u]) is None or (t4 := s.cost) is None or t3 != t4.revenue):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((t5 := s.status) is not None and t5 in ('planned', 'live')) and (((t6 := c0[u]) is not None and (t7 := s.cost) is not None and t6 != t7.capital) or ((t8 := c1[u]) is not None and (t9 := s.cost) is not None and t8 != t9.revenue)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_device_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_licence_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_contract_unbudgeted_renewal(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.renewal_due']
    k0 = scope['today']
    k1 = scope['next_financial_year']
    k2 = Term(24, 0)
    k3 = add_term(k1, k2)
    c2 = columns['asset.budget_lines']
    c3 = columns['asset.budgeted_by']
    c4 = columns['asset.unbudgeted_by']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0 >= k0) and ((t1 := c1[u]) is None or t1 < k3):
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c2[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                if not (z0 < 0 or 0 < a0):
                    h0(i)
                # rule 1
                z1 = len(t2) if (t2 := c3[u]) is not None else UNLIMITED
                q0 = (0 < z1)
                if q0:
                    z2 = len(t3) if (t3 := c4[u]) is not None else UNLIMITED
                    q0 = 0 < z2
                if q0:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (((t4 := c1[u]) is not None and t4 >= k0) and ((t5 := c1[u]) is not None and t5 < k3))
        if q1:
            a3 = 0
            z3 = 0
            for x0 in c2[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q1 = a3 == z3 == 0 == 0
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6 >= k0) and ((t7 := c1[u]) is not None and t7 < k3))
        if q3:
            a4 = 0
            if (t8 := c3[u]) is not None:
                for x0 in t8:
                    if x0 is not None:
                        a4 += 1
            q2 = (0 < a4)
            if q2:
                a5 = 0
                if (t9 := c4[u]) is not None:
                    for x0 in t9:
                        if x0 is not None:
                            a5 += 1
                q2 = 0 < a5
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1)]


def judge_duplication_duplicate_system(subjects, columns, scope):
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    for i, s in enumerate(subjects):
        # shared
        p0 = s.level
        # shared
        if p0 in ('service', 'function'):
            n0 += 1
            # shared
            # rule 0
            q0 = False
            for x0 in s.by_organisation:
                if x0 is None or (t0 := x0.competing) is None or t0 >= 2:
                    q0 = True
                    break
            if q0:
                h0(i)
            # rule 1
            if (t1 := s.across) is None or t1 >= 2:
                h1(i)
        # shared
        if p0 == 'product':
            n1 += 1
            # shared
            # rule 2
            q1 = False
            for x0 in s.by_organisation:
                if x0 is None or (t2 := x0.instances) is None or t2 >= 2:
                    q1 = True
                    break
            if q1:
                h2(i)
        # shared
        if p0 == 'capability':
            n2 += 1
            # shared
            # rule 3
            q2 = False
            for x0 in s.by_organisation:
                if x0 is None or (t3 := x0.platforms) is None or t3 >= 2:
                    q2 = True
                    break
            if q2:
                h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        q4 = (s.level in ('service', 'function'))
        if q4:
            q3 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t4 := x0.competing) is not None and t4 >= 2:
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        if (s.level in ('service', 'function')) and ((t5 := s.across) is not None and t5 >= 2):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        q6 = (s.level == 'product')
        if q6:
            q5 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t6 := x0.instances) is not None and t6 >= 2:
                        q5 = True
                        break
            q6 = q5
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        q8 = (s.level == 'capability')
        if q8:
            q7 = False
            for x0 in s.by_organisation:
                if x0 is not None:
                    if x0 is not None and (t7 := x0.platforms) is not None and t7 >= 2:
                        q7 = True
                        break
            q8 = q7
        if q8:
            f3.append(i)
        else:
            u3.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n1, f2, u2, g2), (n2, f3, u3, g3)]


def judge_product_version_sprawl(subjects, columns, scope):
    c0 = columns['product.versions_in_use']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        z0 = len(c0[u])
        if 3 <= z0:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        a1 = 0
        for x0 in c0[u]:
            if x0 is not None:
                a1 += 1
        if 3 <= a1:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_asset_retired_but_needed(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    k0 = scope['today']
    c2 = columns['asset.funded_by']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        # rule 0
        q1 = (p0 == 'retired')
        if q1:
            q0 = False
            for x0 in c1[u]:
                if x0 is None or c0[x0.id] in ('live', 'retiring'):
                    q0 = True
                    break
            q1 = q0
        if q1:
            h0(i)
        # shared
        if p0 in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            if (t0 := s.review_by) is None or t0 < k0:
                h1(i)
            # rule 2
            q2 = ((t1 := s.disposition) is None or t1 == 'eliminate')
            if q2:
                z0 = len(c2[u])
                q2 = 0 < z0
            if q2:
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q4 = (c0[u] == 'retired')
        if q4:
            q3 = False
            for x0 in c1[u]:
                if x0 is not None:
                    if x0 is not None and c0[x0.id] in ('live', 'retiring'):
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t2 := s.review_by) is not None and t2 < k0):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring'))
        if q6:
            q5 = ((t3 := s.disposition) is not None and t3 == 'eliminate')
            if q5:
                a1 = 0
                for x0 in c2[u]:
                    if x0 is not None:
                        a1 += 1
                q5 = 0 < a1
            q6 = q5
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    return [(len(subjects), f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_server_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_device_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_orphaned_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.needed_by']
    c2 = columns['asset.ready_for']
    c3 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                a0 = 0
                z0 = 0
                for x0 in c1[u]:
                    z0 += 1
                    if x0 is not None:
                        a0 += 1
                q0 = (not (z0 < 0 or 0 < a0))
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 0 or 0 < a1)
                if q0 and (not (c3[u])):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            z2 = 0
            for x0 in c1[u]:
                z2 += 1
                if x0 is not None:
                    a2 += 1
            q1 = (a2 == z2 == 0 == 0)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 0 == 0
            q2 = q1 and (not (c3[u]))
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_application_probable_duplicate_record(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.probable_twins']
    c2 = columns['asset.needed_by']
    c3 = columns['asset.ready_for']
    c4 = columns['asset.serves_people']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
                # rule 1
                if (t0 := s.users) is None or (t1 := t0.active) is None or (t2 := multiply_numbers(t1, 2)) is None or (t3 := s.users) is None or (t4 := t3.named) is None or t2 < t4:
                    h1(i)
                # rule 2
                a1 = 0
                z1 = 0
                for x0 in c2[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q0 = (not (z1 < 0 or 0 < a1))
                if q0:
                    a2 = 0
                    z2 = 0
                    for x0 in c3[u]:
                        z2 += 1
                        if x0 is not None:
                            a2 += 1
                    q0 = not (z2 < 0 or 0 < a2)
                if q0 and (not (c4[u])):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q1:
            a3 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a3 += 1
            q1 = 0 < a3
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t5 := s.users) is not None and (t6 := t5.active) is not None and (t7 := multiply_numbers(t6, 2)) is not None and (t8 := s.users) is not None and (t9 := t8.named) is not None and t7 < t9):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q3:
            a4 = 0
            z4 = 0
            for x0 in c2[u]:
                z4 += 1
                if x0 is not None:
                    a4 += 1
            q2 = (a4 == z4 == 0 == 0)
            if q2:
                a5 = 0
                z5 = 0
                for x0 in c3[u]:
                    z5 += 1
                    if x0 is not None:
                        a5 += 1
                q2 = a5 == z5 == 0 == 0
            q3 = q2 and (not (c4[u]))
        if q3:
            f2.append(i)
        else:
            u2.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2)]


def judge_benefit_unrealised_benefit(subjects, columns, scope):
    k0 = scope['today']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if (t0 := s.owner.status) is None or t0 in ('planned', 'live', 'done'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := s.due) is None or t1 < k0) and (((t2 := s.actual) is None or t2 == UNLIMITED)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t3 := s.owner.status) is not None and t3 in ('planned', 'live', 'done')) and (((t4 := s.due) is not None and t4 < k0) and (((t5 := s.actual) is None or t5 == UNLIMITED))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_estate_stale_catalogue(subjects, columns, scope):
    k0 = scope['catalogue_as_of']
    k1 = scope['today']
    k2 = timedelta(90, 0, 0)
    k3 = subtract_duration(k1, k2)
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # rule 0
        if k0 < k3:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if k0 < k3:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_application_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
            # rule 1
            if (((t1 := s.verified) is None or t1 == ALWAYS)) or ((t2 := s.verified) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t3 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t4 := s.verified) is None or t4 == ALWAYS)) or ((t5 := s.verified) is not None and t5 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_service_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t1 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_api_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
            # rule 1
            if (((t1 := s.verified) is None or t1 == ALWAYS)) or ((t2 := s.verified) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t3 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t4 := s.verified) is None or t4 == ALWAYS)) or ((t5 := s.verified) is not None and t5 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_dataset_missing_owner(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (not (t0 := s.owner)):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((not (t1 := s.owner))):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_project_untested_business_case(subjects, columns, scope):
    c0 = columns['project.collisions']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = s.status
        # shared
        if p0 is None or p0 == 'live':
            n0 += 1
            # shared
            # rule 0
            if (((t1 := s.business_case) is None)) or ((t2 := s.business_case) is None or (not (t3 := t2.appropriateness))) or ((t4 := s.business_case) is None or (t5 := t4.appropriateness) is None or t5 == 'fail') or ((t6 := s.business_case) is None or (not (t7 := t6.value_for_money))) or ((t8 := s.business_case) is None or (t9 := t8.value_for_money) is None or t9 == 'fail'):
                h0(i)
        # shared
        if p0 is None or p0 in ('planned', 'live'):
            n1 += 1
            # shared
            # rule 1
            z0 = len(t10) if (t10 := c0[u]) is not None else UNLIMITED
            if 0 < z0:
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t11 := s.status) is not None and t11 == 'live') and ((((t12 := s.business_case) is None)) or ((t13 := s.business_case) is not None and (not (t14 := t13.appropriateness))) or ((t15 := s.business_case) is not None and (t16 := t15.appropriateness) is not None and t16 == 'fail') or ((t17 := s.business_case) is not None and (not (t18 := t17.value_for_money))) or ((t19 := s.business_case) is not None and (t20 := t19.value_for_money) is not None and t20 == 'fail')):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q0 = ((t21 := s.status) is not None and t21 in ('planned', 'live'))
        if q0:
            a1 = 0
            if (t22 := c0[u]) is not None:
                for x0 in t22:
                    if x0 is not None:
                        a1 += 1
            q0 = 0 < a1
        if q0:
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1)]


def judge_milestone_overdue_milestone(subjects, columns, scope):
    k0 = scope['today']
    c0 = columns['milestone.heard']
    k1 = Term(3, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = s.owner
        p1 = p0.status
        # shared
        if p1 is None or p1 in ('planned', 'live'):
            n0 += 1
            # shared
            # rule 0
            if ((t1 := s.due) is None or t1 < k0) and (s.done > k0):
                h0(i)
        # shared
        if p1 is None or p1 == 'live':
            n1 += 1
            # shared
            # rule 1
            if (s.done > k0) and ((t2 := c0[u]) is None or t2 < k2):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if ((t3 := s.owner.status) is not None and t3 in ('planned', 'live')) and (((t4 := s.due) is not None and t4 < k0) and (s.done > k0)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if ((t5 := s.owner.status) is not None and t5 == 'live') and ((s.done > k0) and ((t6 := c0[u]) is not None and t6 < k2)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1)]


def judge_change_inapplicable_change(subjects, columns, scope):
    k0 = scope['today']
    c0 = columns['change.obstacles']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if ((t0 := s.owner.status) is None or t0 in ('planned', 'live')) and (s.on >= k0):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c0[u])
            if 0 < z0:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (((t1 := s.owner.status) is not None and t1 in ('planned', 'live')) and (s.on >= k0))
        if q0:
            a1 = 0
            for x0 in c0[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_stale_record(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (((t0 := s.verified) is None or t0 == ALWAYS)) or ((t1 := s.verified) is None or t1 < k2):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t2 := s.verified) is None or t2 == ALWAYS)) or ((t3 := s.verified) is not None and t3 < k2)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_device_stale_record(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (((t0 := s.verified) is None or t0 == ALWAYS)) or ((t1 := s.verified) is None or t1 < k2):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((((t2 := s.verified) is None or t2 == ALWAYS)) or ((t3 := s.verified) is not None and t3 < k2)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_asset_unplanned_change(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.timed_by']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('planned', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            a0 = 0
            z0 = 0
            for x0 in c1[u]:
                z0 += 1
                if x0 is not None:
                    a0 += 1
            if not (z0 < 0 or 0 < a0):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('planned', 'retiring'))
        if q0:
            a1 = 0
            z1 = 0
            for x0 in c1[u]:
                z1 += 1
                if x0 is not None:
                    a1 += 1
            q0 = a1 == z1 == 0 == 0
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_installation_non_standard_technology(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['product.standard']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if not ((t0 := s.product) is not None and (not (t1 := c1[t0.id]))):
                n1 += 1
                # shared
                # rule 0
                if (t2 := s.product) is None or c1[t2.id] in ('contain', 'prohibited'):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((t3 := s.product) is None or (not (t4 := c1[t3.id])))) and ((t5 := s.product) is not None and c1[t5.id] in ('contain', 'prohibited')):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_supplier_supplier_concentration(subjects, columns, scope):
    c0 = columns['supplier.critical_services']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        z0 = len(c0[u])
        if 3 <= z0:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        a1 = 0
        for x0 in c0[u]:
            if x0 is not None:
                a1 += 1
        if 3 <= a1:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_application_unassessed_hosting(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['application.hosted']
    k0 = scope['today']
    k1 = Term(24, 0)
    k2 = subtract_term(k0, k1)
    c2 = columns['application.proofs']
    c3 = columns['agreement.in_force']
    c4 = columns['application.agreements']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    r7, f7, u7, g7 = [], [], [], []
    r8, f8, u8, g8 = [], [], [], []
    r9, f9, u9, g9 = [], [], [], []
    r10, f10, u10, g10 = [], [], [], []
    r11, f11, u11, g11 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    h7 = r7.append
    h8 = r8.append
    h9 = r9.append
    h10 = r10.append
    h11 = r11.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (t0 := c1[u]) is None or t0:
                n1 += 1
                # shared
                p0 = s.hosted_assessment
                p1 = s.personal_data
                # rule 0
                if (p0 is None):
                    h0(i)
                # rule 1
                if p0 is None or (t3 := p0.assessed) is None or t3 < k2:
                    h1(i)
                # rule 2
                if (p1 is None or p1 in ('personal', 'special-category')) and (p0 is None or (not (t4 := p0.data_location))):
                    h2(i)
                # rule 3
                if (p1 is None or p1 in ('personal', 'special-category')) and (p0 is None or ((t5 := p0.impact_assessment) is None or t5 == ALWAYS)):
                    h3(i)
                # rule 4
                if (p0 is None or ((t6 := p0.exit_plan) is None)) or (not (p0 is not None and (t7 := p0.exit_plan) is not None and t7)):
                    h4(i)
                # rule 5
                q1 = ((not (t8 := c2[u]) or hollow(t8)))
                if not q1:
                    q0 = False
                    for x0 in c2[u]:
                        if x0 is None or (t9 := x0.expires) is None or t9 < k0:
                            q0 = True
                            break
                    q1 = q0
                if q1:
                    h5(i)
                # rule 6
                if not ((t10 := s.mfa) is not None and t10):
                    h6(i)
                # rule 7
                if (p0 is None or ((t11 := p0.options_appraisal) is None)) or (not (p0 is not None and (t12 := p0.options_appraisal) is not None and t12)):
                    h7(i)
                # rule 8
                if (t13 := s.cloud) is None or t13 == 'rehosted':
                    h8(i)
                # rule 9
                if p0 is None or (t14 := p0.sla) is None or (t15 := t14.rto) is None or (t16 := s.recovery) is None or (t17 := t16.rto) is None or t15 > t17:
                    h9(i)
            # shared
            if (t18 := s.hosting) is None or t18 == 'partner':
                n2 += 1
                # shared
                # rule 10
                q2 = False
                if (t20 := c4[u]) is not None:
                    q2 = False
                    for x0 in t20:
                        if x0 is not None:
                            if x0 is not None and (t19 := c3[x0.id]) is not None and t19:
                                q2 = True
                                break
                if not (q2):
                    h10(i)
                # rule 11
                if (((t21 := s.partner) is None)) or ((t22 := s.partner) is None or (not (t23 := t22.lead))) or ((t24 := s.partner) is None or (not (t25 := t24.contact))):
                    h11(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t26 := c1[u]) is not None and t26) and (((t27 := s.hosted_assessment) is None)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t28 := c1[u]) is not None and t28) and ((t29 := s.hosted_assessment) is not None and (t30 := t29.assessed) is not None and t30 < k2):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t31 := c1[u]) is not None and t31) and (((t32 := s.personal_data) is not None and t32 in ('personal', 'special-category')) and ((t33 := s.hosted_assessment) is not None and (not (t34 := t33.data_location)))):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t35 := c1[u]) is not None and t35) and (((t36 := s.personal_data) is not None and t36 in ('personal', 'special-category')) and ((t37 := s.hosted_assessment) is not None and ((t38 := t37.impact_assessment) is None or t38 == ALWAYS))):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t39 := c1[u]) is not None and t39) and (((t40 := s.hosted_assessment) is not None and ((t41 := t40.exit_plan) is None)) or (not ((t42 := s.hosted_assessment) is None or (t43 := t42.exit_plan) is None or t43))):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((t44 := c1[u]) is not None and t44)
        if q5:
            q4 = ((not (t45 := c2[u])))
            if not q4:
                q3 = False
                for x0 in c2[u]:
                    if x0 is not None:
                        if x0 is not None and (t46 := x0.expires) is not None and t46 < k0:
                            q3 = True
                            break
                q4 = q3
            q5 = q4
        if q5:
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t47 := c1[u]) is not None and t47) and (not ((t48 := s.mfa) is None or t48)):
            f6.append(i)
        else:
            u6.append(i)
    for i in r7:
        # rule 7
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t49 := c1[u]) is not None and t49) and (((t50 := s.hosted_assessment) is not None and ((t51 := t50.options_appraisal) is None)) or (not ((t52 := s.hosted_assessment) is None or (t53 := t52.options_appraisal) is None or t53))):
            f7.append(i)
        else:
            u7.append(i)
    for i in r8:
        # rule 8
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t54 := c1[u]) is not None and t54) and ((t55 := s.cloud) is not None and t55 == 'rehosted'):
            f8.append(i)
        else:
            u8.append(i)
    for i in r9:
        # rule 9
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t56 := c1[u]) is not None and t56) and ((t57 := s.hosted_assessment) is not None and (t58 := t57.sla) is not None and (t59 := t58.rto) is not None and (t60 := s.recovery) is not None and (t61 := t60.rto) is not None and t59 > t61):
            f9.append(i)
        else:
            u9.append(i)
    for i in r10:
        # rule 10
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring')) and ((t62 := s.hosting) is not None and t62 == 'partner')
        if q7:
            q6 = True
            if (t64 := c4[u]) is not None:
                q6 = False
                for x0 in t64:
                    if x0 is None or (t63 := c3[x0.id]) is None or t63:
                        q6 = True
                        break
            q7 = not (q6)
        if q7:
            f10.append(i)
        else:
            u10.append(i)
    for i in r11:
        # rule 11
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t65 := s.hosting) is not None and t65 == 'partner') and ((((t66 := s.partner) is None)) or ((t67 := s.partner) is not None and (not (t68 := t67.lead))) or ((t69 := s.partner) is not None and (not (t70 := t69.contact)))):
            f11.append(i)
        else:
            u11.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n1, f4, u4, g4), (n1, f5, u5, g5), (n1, f6, u6, g6), (n1, f7, u7, g7), (n1, f8, u8, g8), (n1, f9, u9, g9), (n2, f10, u10, g10), (n2, f11, u11, g11)]


def judge_application_legacy_system(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.legacy_causes']
    c2 = columns['asset.legacy_likelihoods']
    c3 = columns['asset.legacy_score']
    c4 = columns['asset.funded_plan']
    c5 = columns['asset.contradictions']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.legacy_assessment
            # rule 4
            z0 = len(c1[u])
            if (0 < z0) and ((p0 is None)):
                h4(i)
            # rule 5
            if ((t1 := s.skills) is None or (t2 := t1.people) is None or t2 <= 1) or (((t3 := s.skills) is None or (t4 := t3.people) is None or t4 <= 2) and ((t5 := s.criticality) is None or t5 == 'critical')):
                h5(i)
            # shared
            if not ((p0 is None)):
                n1 += 1
                # shared
                # rule 0
                q0 = True
                if (t6 := c2[u]) is not None:
                    q0 = False
                    for x0 in t6:
                        if x0 is None or x0 >= 3:
                            q0 = True
                            break
                if q0:
                    h0(i)
                # rule 1
                q1 = ((t7 := c3[u]) is None or t7 >= 16)
                if q1:
                    a1 = 0
                    z1 = 0
                    for x0 in c4[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q1 = not (z1 < 0 or 0 < a1)
                if q1:
                    h1(i)
                # rule 2
                z2 = len(t8) if (t8 := c5[u]) is not None else UNLIMITED
                if 0 < z2:
                    h2(i)
                # rule 3
                if p0 is None or (t9 := p0.assessed) is None or t9 < k2:
                    h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (not (((t10 := s.legacy_assessment) is None)))
        if q3:
            q2 = False
            if (t11 := c2[u]) is not None:
                q2 = False
                for x0 in t11:
                    if x0 is not None:
                        if x0 is not None and x0 >= 3:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and (not (((t12 := s.legacy_assessment) is None)))
        if q5:
            q4 = ((t13 := c3[u]) is not None and t13 >= 16)
            if q4:
                a3 = 0
                z3 = 0
                for x0 in c4[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q4 = a3 == z3 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and (not (((t14 := s.legacy_assessment) is None)))
        if q6:
            a4 = 0
            if (t15 := c5[u]) is not None:
                for x0 in t15:
                    if x0 is not None:
                        a4 += 1
            q6 = 0 < a4
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not (((t16 := s.legacy_assessment) is None))) and ((t17 := s.legacy_assessment) is not None and (t18 := t17.assessed) is not None and t18 < k2):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring'))
        if q7:
            a5 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a5 += 1
            q7 = (0 < a5) and (((t19 := s.legacy_assessment) is None))
        if q7:
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t20 := s.skills) is not None and (t21 := t20.people) is not None and t21 <= 1) or (((t22 := s.skills) is not None and (t23 := t22.people) is not None and t23 <= 2) and ((t24 := s.criticality) is not None and t24 == 'critical'))):
            f5.append(i)
        else:
            u5.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n0, f4, u4, g4), (n0, f5, u5, g5)]


def judge_server_legacy_system(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.legacy_causes']
    c2 = columns['asset.legacy_likelihoods']
    c3 = columns['asset.legacy_score']
    c4 = columns['asset.funded_plan']
    c5 = columns['asset.contradictions']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.legacy_assessment
            # rule 4
            z0 = len(c1[u])
            if (0 < z0) and ((p0 is None)):
                h4(i)
            # shared
            if not ((p0 is None)):
                n1 += 1
                # shared
                # rule 0
                q0 = True
                if (t1 := c2[u]) is not None:
                    q0 = False
                    for x0 in t1:
                        if x0 is None or x0 >= 3:
                            q0 = True
                            break
                if q0:
                    h0(i)
                # rule 1
                q1 = ((t2 := c3[u]) is None or t2 >= 16)
                if q1:
                    a1 = 0
                    z1 = 0
                    for x0 in c4[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q1 = not (z1 < 0 or 0 < a1)
                if q1:
                    h1(i)
                # rule 2
                z2 = len(t3) if (t3 := c5[u]) is not None else UNLIMITED
                if 0 < z2:
                    h2(i)
                # rule 3
                if p0 is None or (t4 := p0.assessed) is None or t4 < k2:
                    h3(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (not (((t5 := s.legacy_assessment) is None)))
        if q3:
            q2 = False
            if (t6 := c2[u]) is not None:
                q2 = False
                for x0 in t6:
                    if x0 is not None:
                        if x0 is not None and x0 >= 3:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and (not (((t7 := s.legacy_assessment) is None)))
        if q5:
            q4 = ((t8 := c3[u]) is not None and t8 >= 16)
            if q4:
                a3 = 0
                z3 = 0
                for x0 in c4[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q4 = a3 == z3 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and (not (((t9 := s.legacy_assessment) is None)))
        if q6:
            a4 = 0
            if (t10 := c5[u]) is not None:
                for x0 in t10:
                    if x0 is not None:
                        a4 += 1
            q6 = 0 < a4
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not (((t11 := s.legacy_assessment) is None))) and ((t12 := s.legacy_assessment) is not None and (t13 := t12.assessed) is not None and t13 < k2):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q7 = (c0[u] in ('live', 'retiring'))
        if q7:
            a5 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a5 += 1
            q7 = (0 < a5) and (((t14 := s.legacy_assessment) is None))
        if q7:
            f4.append(i)
        else:
            u4.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n0, f4, u4, g4)]


def judge_installation_unlicensed_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['installation.product_licensed']
    c2 = columns['installation.licensed']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if c1[u]:
                n1 += 1
                # shared
                # rule 0
                if not ((t0 := c2[u]) is not None and t0):
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (c1[u]) and (not ((t1 := c2[u]) is None or t1)):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_licence_expired_licence(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['licence.uses']
    c2 = columns['licence.surplus_at_most']
    c3 = columns['licence.surplus']
    c4 = columns['licence.unused_share']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.ends
            # rule 0
            q0 = (p0 is None or p0 < k0)
            if q0:
                z0 = len(c1[u])
                q0 = 0 < z0
            if q0:
                h0(i)
            # rule 1
            if ((t1 := c2[u]) is None or t1 < 0) or ((t2 := c3[u]) is None or t2 < 0):
                h1(i)
            # rule 2
            if ((t3 := c4[u]) is None or t3 >= 0.1) and (p0 is None or p0 >= k0):
                h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = ((t4 := s.ends) is not None and t4 < k0)
            if q1:
                a1 = 0
                for x0 in c1[u]:
                    if x0 is not None:
                        a1 += 1
                q1 = 0 < a1
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t5 := c2[u]) is not None and t5 < 0) or ((t6 := c3[u]) is not None and t6 < 0)):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t7 := c4[u]) is not None and t7 >= 0.1) and ((t8 := s.ends) is not None and t8 >= k0)):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2)]


def judge_contract_missed_notice(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['contract.notice_by']
    c2 = columns['contract.needed_until']
    c3 = columns['contract.current_end']
    k0 = scope['today']
    c4 = columns['contract.renewed_end']
    k1 = timedelta(1, 0, 0)
    k2 = multiply_duration(k1, 90)
    k3 = add_duration(k0, k2) if k2 is not None else None
    k4 = scope['policy'].horizons
    k5 = element(k4, 0)
    k6 = add_term(k0, k5) if k5 is not None else None
    c5 = columns['contract.replaced']
    c6 = columns['contract.unpublished_fields']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.auto_renews
            p1 = c1[u]
            p2 = c2[u]
            p3 = c3[u]
            # rule 0
            if (p0 is None or p0) and (p1 is None or p1 < k0) and ((p2 is None or p3 is None or p2 <= p3) or (p2 is None or (t4 := c4[u]) is None or p2 < t4)):
                h0(i)
            # rule 1
            if (p0 is None or p0) and (p1 is None or p1 >= k0) and (p1 is None or k3 is None or p1 <= k3):
                h1(i)
            # rule 2
            if (p3 is None or p3 >= k0) and (p3 is None or p2 is None or p3 > p2):
                h2(i)
            # shared
            if not (p0 is not None and p0):
                n1 += 1
                # shared
                # rule 3
                if (p3 is None or k6 is None or p3 <= k6) and (p3 is None or p2 is None or p3 < p2) and (not (c5[u])):
                    h3(i)
            # shared
            if (t7 := s.value) is None or t7 > 5000:
                n2 += 1
                # shared
                # rule 4
                z0 = len(c6[u])
                if 0 < z0:
                    h4(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t8 := s.auto_renews) is not None and t8) and ((t9 := c1[u]) is not None and t9 < k0) and (((t10 := c2[u]) is not None and (t11 := c3[u]) is not None and t10 <= t11) or ((t12 := c2[u]) is not None and (t13 := c4[u]) is not None and t12 < t13))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t14 := s.auto_renews) is not None and t14) and ((t15 := c1[u]) is not None and t15 >= k0) and ((t16 := c1[u]) is not None and k3 is not None and t16 <= k3)):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t18 := c3[u]) is not None and t18 >= k0) and ((t19 := c3[u]) is not None and (t20 := c2[u]) is not None and t19 > t20)):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (not ((t21 := s.auto_renews) is None or t21)) and (((t22 := c3[u]) is not None and k6 is not None and t22 <= k6) and ((t24 := c3[u]) is not None and (t25 := c2[u]) is not None and t24 < t25) and (not (c5[u]))):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and ((t26 := s.value) is not None and t26 > 5000)
        if q0:
            a1 = 0
            for x0 in c6[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f4.append(i)
        else:
            u4.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2), (n1, f3, u3, g3), (n2, f4, u4, g4)]


def judge_contract_notice_before_vesting(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.reorganises']
    c2 = columns['contract.notice_by']
    k0 = scope['today']
    c3 = columns['asset.planned_end']
    c4 = columns['asset.vesting']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if ((t0 := c1[u]) is None or t0) and ((t1 := c2[u]) is None or t1 >= k0) and ((t2 := c3[u]) is None or (t3 := c4[u]) is None or t2 >= t3):
                n1 += 1
                # shared
                # rule 0
                if (t4 := c2[u]) is None or (t5 := c4[u]) is None or t4 < t5:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6) and ((t7 := c2[u]) is not None and t7 >= k0) and ((t8 := c3[u]) is not None and (t9 := c4[u]) is not None and t8 >= t9)) and ((t10 := c2[u]) is not None and (t11 := c4[u]) is not None and t10 < t11):
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_asset_unallocated_asset(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.reorganises']
    c2 = columns['asset.planned_end']
    c3 = columns['asset.vesting']
    c4 = columns['asset.organisations']
    c5 = columns['asset.successors']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = c1[u]
            p1 = c2[u]
            p2 = c3[u]
            # shared
            if (p0 is None or p0) and (p1 is None or p2 is None or p1 >= p2):
                n1 += 1
                # shared
                # rule 0
                if (not (t3 := s.successor)):
                    h0(i)
            # shared
            q0 = (p0 is None or p0)
            if q0:
                z0 = len(t4) if (t4 := c4[u]) is not None else UNLIMITED
                q0 = 2 <= z0
            if q0 and (p1 is None or p2 is None or p1 >= p2):
                n2 += 1
                # shared
                # rule 1
                z1 = len(t5) if (t5 := c5[u]) is not None else UNLIMITED
                if 2 <= z1:
                    h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (((t6 := c1[u]) is not None and t6) and ((t7 := c2[u]) is not None and (t8 := c3[u]) is not None and t7 >= t8)) and ((not (t9 := s.successor))):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = ((t10 := c1[u]) is not None and t10)
            if q1:
                a2 = 0
                if (t11 := c4[u]) is not None:
                    for x0 in t11:
                        if x0 is not None:
                            a2 += 1
                q1 = 2 <= a2
            q2 = q1 and ((t12 := c2[u]) is not None and (t13 := c3[u]) is not None and t12 >= t13)
        q3 = q2
        if q3:
            a3 = 0
            if (t14 := c5[u]) is not None:
                for x0 in t14:
                    if x0 is not None:
                        a3 += 1
            q3 = 2 <= a3
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1)]


def judge_cycle_circular_recovery(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        # shared
        # shared
        q0 = True
        for x0 in s.members:
            if x0 is not None:
                if not (x0 is None or c0[x0.id] in ('live', 'retiring')):
                    q0 = False
                    break
        if q0:
            n0 += 1
            # shared
            # rule 0
            q1 = False
            for x0 in s.members:
                if x0 is None or x0.environment == 'production':
                    q1 = True
                    break
            if q1:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        q2 = True
        for x0 in s.members:
            if not (x0 is not None and c0[x0.id] in ('live', 'retiring')):
                q2 = False
                break
        q4 = (q2)
        if q4:
            q3 = False
            for x0 in s.members:
                if x0 is not None:
                    if x0 is not None and x0.environment == 'production':
                        q3 = True
                        break
            q4 = q3
        if q4:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_device_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_connection_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_api_single_point_of_failure(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.sole_support_of']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_service_single_site_dependency(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['service.single_sites']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if (s.environment == 'production') and ((t0 := s.criticality) is None or t0 == 'critical'):
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                if 0 < z0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t1 := s.criticality) is not None and t1 == 'critical'))
        if q0:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q0 = 0 < a1
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_site_single_link_site(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['site.servers_there']
    c2 = columns['site.lines']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # shared
            if s.environment == 'production':
                n1 += 1
                # shared
                # rule 0
                z0 = len(c1[u])
                q0 = (0 < z0)
                if q0:
                    a1 = 0
                    z1 = 0
                    for x0 in c2[u]:
                        z1 += 1
                        if x0 is not None:
                            a1 += 1
                    q0 = not (z1 < 1 or 1 < a1)
                if q0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q2:
            a2 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a2 += 1
            q1 = (0 < a2)
            if q1:
                a3 = 0
                z3 = 0
                for x0 in c2[u]:
                    z3 += 1
                    if x0 is not None:
                        a3 += 1
                q1 = a3 == z3 == 1 == 1
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n1, f0, u0, g0)]


def judge_dependency_recovery_time_inversion(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['dependency.back_in']
    c2 = columns['dependency.least_back_in']
    c3 = columns['dependency.loses']
    c4 = columns['dependency.least_loss']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring')):
            n0 += 1
            # shared
            # rule 0
            if ((t0 := c1[u]) is None or (t1 := s.due_in) is None or t0 > t1) or ((t2 := s.due_in) is None or c2[u] > t2):
                h0(i)
            # rule 1
            if ((t3 := c3[u]) is None or (t4 := s.may_lose) is None or t3 > t4) or ((t5 := s.may_lose) is None or c4[u] > t5):
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring'))) and (((t6 := c1[u]) is not None and (t7 := s.due_in) is not None and t6 > t7) or ((t8 := s.due_in) is not None and c2[u] > t8)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if ((s.strength == 'hard') and (s.source.kind in ('application', 'server')) and (s.source.environment == 'production') and (c0[s.source.id] in ('live', 'retiring'))) and (((t9 := c3[u]) is not None and (t10 := s.may_lose) is not None and t9 > t10) or ((t11 := s.may_lose) is not None and c4[u] > t11)):
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_application_intolerable_recovery_time(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.effective_rto']
    c2 = columns['asset.least_rto']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    c3 = columns['asset.critical_services']
    c4 = columns['asset.holds_data']
    c5 = columns['asset.backups']
    c6 = columns['asset.backed_up_apart']
    n0 = 0
    n1 = 0
    n2 = 0
    n3 = 0
    n4 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.environment
            # shared
            if p0 == 'production':
                n1 += 1
                # shared
                p1 = s.recovery
                # rule 0
                if ((t1 := c1[u]) is None or p1 is None or (t2 := p1.mtpd) is None or t1 > t2) or (p1 is None or (t3 := p1.mtpd) is None or c2[u] > t3):
                    h0(i)
                # rule 2
                if p1 is None or (t4 := p1.tested) is None or t4 < k2:
                    h2(i)
            # shared
            q0 = (p0 == 'production')
            if q0:
                z0 = len(c3[u])
                q0 = 0 < z0
            if q0:
                n2 += 1
                # shared
                # rule 1
                if (((t5 := s.recovery) is None)) or (((t6 := s.recovery) is None or ((t7 := t6.rto) is None or t7 == UNLIMITED_DURATION)) and ((t8 := s.recovery) is None or ((t9 := t8.rpo) is None or t9 == UNLIMITED_DURATION))):
                    h1(i)
            # shared
            if (p0 == 'production') and ((t10 := c4[u]) is None or t10):
                n3 += 1
                # shared
                # rule 3
                a1 = 0
                z1 = 0
                for x0 in c5[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                if not (z1 < 0 or 0 < a1):
                    h3(i)
            # shared
            if (p0 == 'production') and (not ((not (t11 := s.backs_up_to)))):
                n4 += 1
                # shared
                # rule 4
                if not ((t12 := c6[u]) is not None and t12):
                    h4(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and (((t13 := c1[u]) is not None and (t14 := s.recovery) is not None and (t15 := t14.mtpd) is not None and t13 > t15) or ((t16 := s.recovery) is not None and (t17 := t16.mtpd) is not None and c2[u] > t17)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = (s.environment == 'production')
            if q1:
                a2 = 0
                for x0 in c3[u]:
                    if x0 is not None:
                        a2 += 1
                q1 = 0 < a2
            q2 = q1
        if q2 and ((((t18 := s.recovery) is None)) or (((t19 := s.recovery) is not None and ((t20 := t19.rto) is None or t20 == UNLIMITED_DURATION)) and ((t21 := s.recovery) is not None and ((t22 := t21.rpo) is None or t22 == UNLIMITED_DURATION)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t23 := s.recovery) is not None and (t24 := t23.tested) is not None and t24 < k2):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t25 := c4[u]) is not None and t25))
        if q3:
            a3 = 0
            z3 = 0
            for x0 in c5[u]:
                z3 += 1
                if x0 is not None:
                    a3 += 1
            q3 = a3 == z3 == 0 == 0
        if q3:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and (not ((not (t26 := s.backs_up_to) or hollow(t26))))) and (not ((t27 := c6[u]) is None or t27)):
            f4.append(i)
        else:
            u4.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1), (n1, f2, u2, g2), (n3, f3, u3, g3), (n4, f4, u4, g4)]


def judge_server_intolerable_recovery_time(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.effective_rto']
    c2 = columns['asset.least_rto']
    k0 = scope['today']
    k1 = Term(12, 0)
    k2 = subtract_term(k0, k1)
    c3 = columns['asset.sole_support_of']
    c4 = columns['asset.critical_services']
    c5 = columns['asset.holds_data']
    c6 = columns['asset.backups']
    c7 = columns['asset.backed_up_apart']
    n0 = 0
    n1 = 0
    n2 = 0
    n3 = 0
    n4 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = s.environment
            # shared
            if p0 == 'production':
                n1 += 1
                # shared
                p1 = s.recovery
                # rule 0
                if ((t1 := c1[u]) is None or p1 is None or (t2 := p1.mtpd) is None or t1 > t2) or (p1 is None or (t3 := p1.mtpd) is None or c2[u] > t3):
                    h0(i)
                # rule 2
                if p1 is None or (t4 := p1.tested) is None or t4 < k2:
                    h2(i)
                # rule 3
                z0 = len(c3[u])
                if 0 < z0:
                    h3(i)
            # shared
            q0 = (p0 == 'production')
            if q0:
                z1 = len(c4[u])
                q0 = 0 < z1
            if q0:
                n2 += 1
                # shared
                # rule 1
                if (((t5 := s.recovery) is None)) or (((t6 := s.recovery) is None or ((t7 := t6.rto) is None or t7 == UNLIMITED_DURATION)) and ((t8 := s.recovery) is None or ((t9 := t8.rpo) is None or t9 == UNLIMITED_DURATION))):
                    h1(i)
            # shared
            if (p0 == 'production') and ((t10 := c5[u]) is None or t10):
                n3 += 1
                # shared
                # rule 4
                a2 = 0
                z2 = 0
                for x0 in c6[u]:
                    z2 += 1
                    if x0 is not None:
                        a2 += 1
                if not (z2 < 0 or 0 < a2):
                    h4(i)
            # shared
            if (p0 == 'production') and (not ((not (t11 := s.backs_up_to)))):
                n4 += 1
                # shared
                # rule 5
                if not ((t12 := c7[u]) is not None and t12):
                    h5(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and (((t13 := c1[u]) is not None and (t14 := s.recovery) is not None and (t15 := t14.mtpd) is not None and t13 > t15) or ((t16 := s.recovery) is not None and (t17 := t16.mtpd) is not None and c2[u] > t17)):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = (s.environment == 'production')
            if q1:
                a3 = 0
                for x0 in c4[u]:
                    if x0 is not None:
                        a3 += 1
                q1 = 0 < a3
            q2 = q1
        if q2 and ((((t18 := s.recovery) is None)) or (((t19 := s.recovery) is not None and ((t20 := t19.rto) is None or t20 == UNLIMITED_DURATION)) and ((t21 := s.recovery) is not None and ((t22 := t21.rpo) is None or t22 == UNLIMITED_DURATION)))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and (s.environment == 'production') and ((t23 := s.recovery) is not None and (t24 := t23.tested) is not None and t24 < k2):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring')) and (s.environment == 'production')
        if q3:
            a4 = 0
            for x0 in c3[u]:
                if x0 is not None:
                    a4 += 1
            q3 = 0 < a4
        if q3:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        q4 = (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and ((t25 := c5[u]) is not None and t25))
        if q4:
            a5 = 0
            z5 = 0
            for x0 in c6[u]:
                z5 += 1
                if x0 is not None:
                    a5 += 1
            q4 = a5 == z5 == 0 == 0
        if q4:
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((s.environment == 'production') and (not ((not (t26 := s.backs_up_to) or hollow(t26))))) and (not ((t27 := c7[u]) is None or t27)):
            f5.append(i)
        else:
            u5.append(i)
    return [(n1, f0, u0, g0), (n2, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n3, f4, u4, g4), (n4, f5, u5, g5)]


def judge_connection_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t3 := c2[u]) is not None:
                q1 = False
                for x0 in t3:
                    if x0 is not None:
                        if (t2 := c1[u]) is not None and x0 is not None and t2 > x0.closes:
                            q1 = True
                            break
            q2 = q1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_server_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    c3 = columns['asset.own_hardware']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c4 = columns['asset.needed_at_renewal']
    c5 = columns['asset.physical']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
            # shared
            if (((t2 := c3[u]) is None or t2) or (not (((t3 := s.renewal) is None or t3 == NEVER)))) and ((t4 := s.renewal) is None or t4 >= k0) and ((t5 := s.renewal) is None or k3 is None or t5 <= k3):
                n1 += 1
                # shared
                # rule 1
                q1 = ((t7 := c1[u]) is None or (t8 := s.renewal) is None or t7 >= t8)
                if q1:
                    a0 = 0
                    z0 = 0
                    for x0 in c4[u]:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                    q1 = not (z0 < 0 or 0 < a0)
                if q1:
                    h1(i)
            # shared
            if (t9 := c5[u]) is None or t9:
                n2 += 1
                # shared
                # rule 2
                if (not (t10 := s.located_at) or hollow(t10)):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t12 := c2[u]) is not None:
                q2 = False
                for x0 in t12:
                    if x0 is not None:
                        if (t11 := c1[u]) is not None and x0 is not None and t11 > x0.closes:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((((t13 := c3[u]) is not None and t13) or (not (((t14 := s.renewal) is None or t14 == NEVER)))) and ((t15 := s.renewal) is not None and t15 >= k0) and ((t16 := s.renewal) is not None and k3 is not None and t16 <= k3))
        if q5:
            q4 = ((t18 := c1[u]) is not None and (t19 := s.renewal) is not None and t18 >= t19)
            if q4:
                a1 = 0
                z1 = 0
                for x0 in c4[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q4 = a1 == z1 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t20 := c5[u]) is not None and t20) and ((not (t21 := s.located_at))):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1), (n2, f2, u2, g2)]


def judge_device_closing_site_in_use(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.planned_end']
    c2 = columns['asset.closing_sites']
    c3 = columns['asset.own_hardware']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c4 = columns['asset.needed_at_renewal']
    c5 = columns['asset.physical']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            q0 = True
            if (t1 := c2[u]) is not None:
                q0 = False
                for x0 in t1:
                    if (t0 := c1[u]) is None or x0 is None or t0 > x0.closes:
                        q0 = True
                        break
            if q0:
                h0(i)
            # shared
            if (((t2 := c3[u]) is None or t2) or (not (((t3 := s.renewal) is None or t3 == NEVER)))) and ((t4 := s.renewal) is None or t4 >= k0) and ((t5 := s.renewal) is None or k3 is None or t5 <= k3):
                n1 += 1
                # shared
                # rule 1
                q1 = ((t7 := c1[u]) is None or (t8 := s.renewal) is None or t7 >= t8)
                if q1:
                    a0 = 0
                    z0 = 0
                    for x0 in c4[u]:
                        z0 += 1
                        if x0 is not None:
                            a0 += 1
                    q1 = not (z0 < 0 or 0 < a0)
                if q1:
                    h1(i)
            # shared
            if (t9 := c5[u]) is None or t9:
                n2 += 1
                # shared
                # rule 2
                if (not (t10 := s.located_at) or hollow(t10)):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t12 := c2[u]) is not None:
                q2 = False
                for x0 in t12:
                    if x0 is not None:
                        if (t11 := c1[u]) is not None and x0 is not None and t11 > x0.closes:
                            q2 = True
                            break
            q3 = q2
        if q3:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q5 = (c0[u] in ('live', 'retiring')) and ((((t13 := c3[u]) is not None and t13) or (not (((t14 := s.renewal) is None or t14 == NEVER)))) and ((t15 := s.renewal) is not None and t15 >= k0) and ((t16 := s.renewal) is not None and k3 is not None and t16 <= k3))
        if q5:
            q4 = ((t18 := c1[u]) is not None and (t19 := s.renewal) is not None and t18 >= t19)
            if q4:
                a1 = 0
                z1 = 0
                for x0 in c4[u]:
                    z1 += 1
                    if x0 is not None:
                        a1 += 1
                q4 = a1 == z1 == 0 == 0
            q5 = q4
        if q5:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t20 := c5[u]) is not None and t20) and ((not (t21 := s.located_at))):
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n1, f1, u1, g1), (n2, f2, u2, g2)]


def judge_connection_switched_telephony(subjects, columns, scope):
    c0 = columns['asset.state']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            if (t0 := s.technology) is None or t0 in ('pstn', 'isdn'):
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t1 := s.technology) is not None and t1 in ('pstn', 'isdn')):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


def judge_product_supplier_withdrawal(subjects, columns, scope):
    c0 = columns['product.withdrawal_announced']
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # rule 0
        if c0[u]:
            h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if c0[u]:
            f0.append(i)
        else:
            u0.append(i)
    return [(len(subjects), f0, u0, g0)]


def judge_installation_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['installation.software_as_a_service']
    k0 = scope['today']
    k1 = scope['policy'].horizons
    k2 = element(k1, 2)
    k3 = add_term(k0, k2) if k2 is not None else None
    c2 = columns['installation.planned_end']
    c3 = columns['installation.reachable_from_internet']
    k4 = timedelta(45, 0, 0)
    k5 = subtract_duration(k0, k4)
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[s.asset.id] in ('live', 'retiring'):
            n0 += 1
            # shared
            p0 = c1[u]
            # shared
            if not ((p0) and ((not (t0 := s.version)))):
                n1 += 1
                # shared
                p1 = s.support
                p2 = p1.status
                # rule 0
                if p2 is None or p2 == 'ended':
                    h0(i)
                # rule 1
                if p2 is None or p2 == 'extended-unpaid':
                    h1(i)
                # rule 2
                if p2 is None or p2 == 'extended':
                    h2(i)
                # rule 3
                if (p2 is None or p2 in ('supported', 'extended')) and ((t2 := p1.ends) is None or k3 is None or t2 <= k3) and ((t4 := c2[u]) is None or (t5 := p1.ends) is None or t4 > t5):
                    h3(i)
                # rule 6
                if (p2 is None or p2 in ('ended', 'extended-unpaid')) and ((t6 := c3[u]) is None or t6):
                    h6(i)
            # shared
            if not (p0):
                n2 += 1
                # shared
                # rule 4
                if (not (t7 := s.support.status)):
                    h4(i)
                # rule 5
                if ((t8 := s.patch_days) is None or t8 > 14) or ((t9 := s.patched) is None or t9 < k5):
                    h5(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t10 := s.version))))) and ((t11 := s.support.status) is not None and t11 == 'ended'):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t12 := s.version))))) and ((t13 := s.support.status) is not None and t13 == 'extended-unpaid'):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t14 := s.version))))) and ((t15 := s.support.status) is not None and t15 == 'extended'):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t16 := s.version))))) and (((t17 := s.support.status) is not None and t17 in ('supported', 'extended')) and ((t18 := s.support.ends) is not None and k3 is not None and t18 <= k3) and ((t20 := c2[u]) is not None and (t21 := s.support.ends) is not None and t20 > t21)):
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not (c1[u])) and ((not (t22 := s.support.status))):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not (c1[u])) and (((t23 := s.patch_days) is not None and t23 > 14) or ((t24 := s.patched) is not None and t24 < k5)):
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        if (c0[s.asset.id] in ('live', 'retiring')) and (not ((c1[u]) and ((not (t25 := s.version))))) and (((t26 := s.support.status) is not None and t26 in ('ended', 'extended-unpaid')) and ((t27 := c3[u]) is not None and t27)):
            f6.append(i)
        else:
            u6.append(i)
    return [(n1, f0, u0, g0), (n1, f1, u1, g1), (n1, f2, u2, g2), (n1, f3, u3, g3), (n2, f4, u4, g4), (n2, f5, u5, g5), (n1, f6, u6, g6)]


def judge_api_inherited_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.stands_on_unsupported']
    k0 = scope['today']
    c2 = columns['asset.own_support_ends']
    c3 = columns['asset.locked_to']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c1[u])
            if 0 < z0:
                h0(i)
            # rule 1
            q0 = True
            if (t3 := c3[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c2[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q1 = (c0[u] in ('live', 'retiring'))
        if q1:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q1 = 0 < a1
        if q1:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q3 = (c0[u] in ('live', 'retiring'))
        if q3:
            q2 = False
            if (t7 := c3[u]) is not None:
                q2 = False
                for x0 in t7:
                    if x0 is not None:
                        if (x0 is not None and (t4 := x0.ends) is not None and t4 < k0) or (x0 is not None and (t5 := x0.ends) is not None and (t6 := c2[u]) is not None and t5 < t6):
                            q2 = True
                            break
            q3 = q2
        if q3:
            f1.append(i)
        else:
            u1.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1)]


def judge_server_unsupported_hardware(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['asset.own_support_ends']
    c2 = columns['asset.locked_to']
    c3 = columns['asset.own_hardware']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            q0 = True
            if (t3 := c2[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c1[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := c3[u]) is None or t4:
                n1 += 1
                # shared
                # rule 0
                if (t5 := s.hardware) is None or (t6 := t5.support_ends) is None or t6 < k0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t7 := c3[u]) is not None and t7) and ((t8 := s.hardware) is not None and (t9 := t8.support_ends) is not None and t9 < k0):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t13 := c2[u]) is not None:
                q1 = False
                for x0 in t13:
                    if x0 is not None:
                        if (x0 is not None and (t10 := x0.ends) is not None and t10 < k0) or (x0 is not None and (t11 := x0.ends) is not None and (t12 := c1[u]) is not None and t11 < t12):
                            q1 = True
                            break
            q2 = q1
        if q2:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n0, f1, u1, g1)]


def judge_device_unsupported_hardware(subjects, columns, scope):
    c0 = columns['asset.state']
    k0 = scope['today']
    c1 = columns['asset.own_support_ends']
    c2 = columns['asset.locked_to']
    c3 = columns['asset.own_hardware']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 1
            q0 = True
            if (t3 := c2[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c1[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := c3[u]) is None or t4:
                n1 += 1
                # shared
                # rule 0
                if (t5 := s.hardware) is None or (t6 := t5.support_ends) is None or t6 < k0:
                    h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if (c0[u] in ('live', 'retiring')) and ((t7 := c3[u]) is not None and t7) and ((t8 := s.hardware) is not None and (t9 := t8.support_ends) is not None and t9 < k0):
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            q1 = False
            if (t13 := c2[u]) is not None:
                q1 = False
                for x0 in t13:
                    if x0 is not None:
                        if (x0 is not None and (t10 := x0.ends) is not None and t10 < k0) or (x0 is not None and (t11 := x0.ends) is not None and (t12 := c1[u]) is not None and t11 < t12):
                            q1 = True
                            break
            q2 = q1
        if q2:
            f1.append(i)
        else:
            u1.append(i)
    return [(n1, f0, u0, g0), (n0, f1, u1, g1)]


def judge_application_inherited_unsupported_software(subjects, columns, scope):
    c0 = columns['asset.state']
    c1 = columns['asset.stands_on_unsupported']
    k0 = scope['today']
    c2 = columns['asset.own_support_ends']
    c3 = columns['asset.locked_to']
    c4 = columns['contract.in_force']
    c5 = columns['asset.contracts']
    n0 = 0
    n1 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if c0[u] in ('live', 'retiring'):
            n0 += 1
            # shared
            # rule 0
            z0 = len(c1[u])
            if 0 < z0:
                h0(i)
            # rule 1
            q0 = True
            if (t3 := c3[u]) is not None:
                q0 = False
                for x0 in t3:
                    if (x0 is None or (t0 := x0.ends) is None or t0 < k0) or (x0 is None or (t1 := x0.ends) is None or (t2 := c2[u]) is None or t1 < t2):
                        q0 = True
                        break
            if q0:
                h1(i)
            # shared
            if (t4 := s.support_model) is None or t4 == 'vendor':
                n1 += 1
                # shared
                # rule 2
                q1 = False
                if (t7 := c5[u]) is not None:
                    q1 = False
                    for x0 in t7:
                        if x0 is not None:
                            if (x0 is not None and (t5 := c4[x0.id]) is not None and t5) and (x0 is not None and (t6 := x0.support) is not None and t6):
                                q1 = True
                                break
                if not (q1):
                    h2(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q2 = (c0[u] in ('live', 'retiring'))
        if q2:
            a1 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a1 += 1
            q2 = 0 < a1
        if q2:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        q4 = (c0[u] in ('live', 'retiring'))
        if q4:
            q3 = False
            if (t11 := c3[u]) is not None:
                q3 = False
                for x0 in t11:
                    if x0 is not None:
                        if (x0 is not None and (t8 := x0.ends) is not None and t8 < k0) or (x0 is not None and (t9 := x0.ends) is not None and (t10 := c2[u]) is not None and t9 < t10):
                            q3 = True
                            break
            q4 = q3
        if q4:
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        q6 = (c0[u] in ('live', 'retiring')) and ((t12 := s.support_model) is not None and t12 == 'vendor')
        if q6:
            q5 = True
            if (t15 := c5[u]) is not None:
                q5 = False
                for x0 in t15:
                    if (x0 is None or (t13 := c4[x0.id]) is None or t13) and (x0 is None or (t14 := x0.support) is None or t14):
                        q5 = True
                        break
            q6 = not (q5)
        if q6:
            f2.append(i)
        else:
            u2.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n1, f2, u2, g2)]


def judge_exception_incomplete_acceptance(subjects, columns, scope):
    c0 = columns['exception.standing']
    c1 = columns['exception.missing_parts']
    c2 = columns['exception.latest_expiry']
    c3 = columns['exception.needs_plan']
    c4 = columns['exception.role_held']
    c5 = columns['exception.missing_organisations']
    c6 = columns['exception.last_day']
    k0 = scope['today']
    c7 = columns['exception.subjects_live']
    c8 = columns['exception.lapsed']
    c9 = columns['exception.review_due']
    c10 = columns['exception.state']
    n0 = 0
    n1 = 0
    n2 = 0
    r0, f0, u0, g0 = [], [], [], []
    r1, f1, u1, g1 = [], [], [], []
    r2, f2, u2, g2 = [], [], [], []
    r3, f3, u3, g3 = [], [], [], []
    r4, f4, u4, g4 = [], [], [], []
    r5, f5, u5, g5 = [], [], [], []
    r6, f6, u6, g6 = [], [], [], []
    h0 = r0.append
    h1 = r1.append
    h2 = r2.append
    h3 = r3.append
    h4 = r4.append
    h5 = r5.append
    h6 = r6.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        p0 = c0[u]
        # shared
        if p0:
            n0 += 1
            # shared
            # rule 0
            z0 = len(c1[u])
            if 0 < z0:
                h0(i)
            # rule 1
            if (((t0 := c2[u]) is None or t0 == NEVER)) or ((c3[u]) and ((((t1 := s.plan) is None)) or ((t2 := s.plan) is None or ((t3 := t2.target) is None or t3 == NEVER)) or ((t4 := s.plan) is None or (t5 := t4.action) is None or t5 in ('fix', 'none')) or ((t6 := s.treatment) is None or t6 == 'tolerate'))):
                h1(i)
            # rule 2
            if not ((t7 := c4[u]) is not None and t7):
                h2(i)
            # rule 3
            z1 = len(t8) if (t8 := c5[u]) is not None else UNLIMITED
            if 0 < z1:
                h3(i)
            # rule 4
            if ((t9 := c6[u]) is None or t9 < k0) and ((t10 := c7[u]) is None or t10):
                h4(i)
        # shared
        if (p0) and (not (c8[u])):
            n1 += 1
            # shared
            # rule 5
            if (t11 := c9[u]) is None or t11 < k0:
                h5(i)
        # shared
        if (p0) and (c10[u] != 'pending'):
            n2 += 1
            # shared
            # rule 6
            if not ((t12 := c7[u]) is not None and t12):
                h6(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        q0 = (c0[u])
        if q0:
            a2 = 0
            for x0 in c1[u]:
                if x0 is not None:
                    a2 += 1
            q0 = 0 < a2
        if q0:
            f0.append(i)
        else:
            u0.append(i)
    for i in r1:
        # rule 1
        s = subjects[i]
        u = s.id
        if (c0[u]) and ((((t13 := c2[u]) is None or t13 == NEVER)) or ((c3[u]) and ((((t14 := s.plan) is None)) or ((t15 := s.plan) is not None and ((t16 := t15.target) is None or t16 == NEVER)) or ((t17 := s.plan) is not None and (t18 := t17.action) is not None and t18 in ('fix', 'none')) or ((t19 := s.treatment) is not None and t19 == 'tolerate')))):
            f1.append(i)
        else:
            u1.append(i)
    for i in r2:
        # rule 2
        s = subjects[i]
        u = s.id
        if (c0[u]) and (not ((t20 := c4[u]) is None or t20)):
            f2.append(i)
        else:
            u2.append(i)
    for i in r3:
        # rule 3
        s = subjects[i]
        u = s.id
        q1 = (c0[u])
        if q1:
            a3 = 0
            if (t21 := c5[u]) is not None:
                for x0 in t21:
                    if x0 is not None:
                        a3 += 1
            q1 = 0 < a3
        if q1:
            f3.append(i)
        else:
            u3.append(i)
    for i in r4:
        # rule 4
        s = subjects[i]
        u = s.id
        if (c0[u]) and (((t22 := c6[u]) is not None and t22 < k0) and ((t23 := c7[u]) is not None and t23)):
            f4.append(i)
        else:
            u4.append(i)
    for i in r5:
        # rule 5
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c8[u]))) and ((t24 := c9[u]) is not None and t24 < k0):
            f5.append(i)
        else:
            u5.append(i)
    for i in r6:
        # rule 6
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (c10[u] != 'pending')) and (not ((t25 := c7[u]) is None or t25)):
            f6.append(i)
        else:
            u6.append(i)
    return [(n0, f0, u0, g0), (n0, f1, u1, g1), (n0, f2, u2, g2), (n0, f3, u3, g3), (n0, f4, u4, g4), (n1, f5, u5, g5), (n2, f6, u6, g6)]


def judge_exception_acceptance_lapsing_at_vesting(subjects, columns, scope):
    c0 = columns['exception.standing']
    c1 = columns['exception.lapsed']
    c2 = columns['exception.reorganises']
    c3 = columns['exception.last_day']
    c4 = columns['exception.vesting']
    n0 = 0
    r0, f0, u0, g0 = [], [], [], []
    h0 = r0.append
    for i, s in enumerate(subjects):
        u = s.id
        # shared
        # shared
        if (c0[u]) and (not (c1[u])) and ((t0 := c2[u]) is None or t0):
            n0 += 1
            # shared
            # rule 0
            if (t1 := c3[u]) is None or (t2 := c4[u]) is None or t1 >= t2:
                h0(i)
    for i in r0:
        # rule 0
        s = subjects[i]
        u = s.id
        if ((c0[u]) and (not (c1[u])) and ((t3 := c2[u]) is not None and t3)) and ((t4 := c3[u]) is not None and (t5 := c4[u]) is not None and t4 >= t5):
            f0.append(i)
        else:
            u0.append(i)
    return [(n0, f0, u0, g0)]


PROGRAMS: dict[Part, tuple[tuple[str, ...], Judge]] = {
    ('integration', 'point-to-point-integration'): (('asset.state',), judge_integration_point_to_point_integration),
    ('service', 'offline-service'): (('asset.state',), judge_service_offline_service),
    ('application', 'system-without-api'): (('asset.state', 'application.interfaces'), judge_application_system_without_api),
    ('api', 'deprecated-api-in-use'): (('asset.state', 'api.consumers'), judge_api_deprecated_api_in_use),
    ('envelope', 'exceeded-envelope'): (('envelope.capital_budgeted', 'envelope.revenue_budgeted'), judge_envelope_exceeded_envelope),
    ('project', 'unreconciled-budget'): (('project.capital_budgeted', 'project.revenue_budgeted'), judge_project_unreconciled_budget),
    ('server', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_server_unbudgeted_renewal),
    ('device', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_device_unbudgeted_renewal),
    ('licence', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_licence_unbudgeted_renewal),
    ('contract', 'unbudgeted-renewal'): (('asset.state', 'asset.renewal_due', 'asset.budget_lines', 'asset.budgeted_by', 'asset.unbudgeted_by'), judge_contract_unbudgeted_renewal),
    ('duplication', 'duplicate-system'): ((), judge_duplication_duplicate_system),
    ('product', 'version-sprawl'): (('product.versions_in_use',), judge_product_version_sprawl),
    ('asset', 'retired-but-needed'): (('asset.state', 'asset.needed_by', 'asset.funded_by'), judge_asset_retired_but_needed),
    ('server', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_server_orphaned_asset),
    ('device', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_device_orphaned_asset),
    ('api', 'orphaned-asset'): (('asset.state', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_api_orphaned_asset),
    ('application', 'probable-duplicate-record'): (('asset.state', 'application.probable_twins', 'asset.needed_by', 'asset.ready_for', 'asset.serves_people'), judge_application_probable_duplicate_record),
    ('benefit', 'unrealised-benefit'): ((), judge_benefit_unrealised_benefit),
    ('estate', 'stale-catalogue'): ((), judge_estate_stale_catalogue),
    ('application', 'missing-owner'): (('asset.state',), judge_application_missing_owner),
    ('service', 'missing-owner'): (('asset.state',), judge_service_missing_owner),
    ('api', 'missing-owner'): (('asset.state',), judge_api_missing_owner),
    ('dataset', 'missing-owner'): (('asset.state',), judge_dataset_missing_owner),
    ('project', 'untested-business-case'): (('project.collisions',), judge_project_untested_business_case),
    ('milestone', 'overdue-milestone'): (('milestone.heard',), judge_milestone_overdue_milestone),
    ('change', 'inapplicable-change'): (('change.obstacles',), judge_change_inapplicable_change),
    ('server', 'stale-record'): (('asset.state',), judge_server_stale_record),
    ('device', 'stale-record'): (('asset.state',), judge_device_stale_record),
    ('asset', 'unplanned-change'): (('asset.state', 'asset.timed_by'), judge_asset_unplanned_change),
    ('installation', 'non-standard-technology'): (('asset.state', 'product.standard'), judge_installation_non_standard_technology),
    ('supplier', 'supplier-concentration'): (('supplier.critical_services',), judge_supplier_supplier_concentration),
    ('application', 'unassessed-hosting'): (('asset.state', 'application.hosted', 'application.proofs', 'agreement.in_force', 'application.agreements'), judge_application_unassessed_hosting),
    ('application', 'legacy-system'): (('asset.state', 'asset.legacy_causes', 'asset.legacy_likelihoods', 'asset.legacy_score', 'asset.funded_plan', 'asset.contradictions'), judge_application_legacy_system),
    ('server', 'legacy-system'): (('asset.state', 'asset.legacy_causes', 'asset.legacy_likelihoods', 'asset.legacy_score', 'asset.funded_plan', 'asset.contradictions'), judge_server_legacy_system),
    ('installation', 'unlicensed-software'): (('asset.state', 'installation.product_licensed', 'installation.licensed'), judge_installation_unlicensed_software),
    ('licence', 'expired-licence'): (('asset.state', 'licence.uses', 'licence.surplus_at_most', 'licence.surplus', 'licence.unused_share'), judge_licence_expired_licence),
    ('contract', 'missed-notice'): (('asset.state', 'contract.notice_by', 'contract.needed_until', 'contract.current_end', 'contract.renewed_end', 'contract.replaced', 'contract.unpublished_fields'), judge_contract_missed_notice),
    ('contract', 'notice-before-vesting'): (('asset.state', 'asset.reorganises', 'contract.notice_by', 'asset.planned_end', 'asset.vesting'), judge_contract_notice_before_vesting),
    ('asset', 'unallocated-asset'): (('asset.state', 'asset.reorganises', 'asset.planned_end', 'asset.vesting', 'asset.organisations', 'asset.successors'), judge_asset_unallocated_asset),
    ('cycle', 'circular-recovery'): (('asset.state',), judge_cycle_circular_recovery),
    ('device', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_device_single_point_of_failure),
    ('connection', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_connection_single_point_of_failure),
    ('api', 'single-point-of-failure'): (('asset.state', 'asset.sole_support_of'), judge_api_single_point_of_failure),
    ('service', 'single-site-dependency'): (('asset.state', 'service.single_sites'), judge_service_single_site_dependency),
    ('site', 'single-link-site'): (('asset.state', 'site.servers_there', 'site.lines'), judge_site_single_link_site),
    ('dependency', 'recovery-time-inversion'): (('asset.state', 'dependency.back_in', 'dependency.least_back_in', 'dependency.loses', 'dependency.least_loss'), judge_dependency_recovery_time_inversion),
    ('application', 'intolerable-recovery-time'): (('asset.state', 'asset.effective_rto', 'asset.least_rto', 'asset.critical_services', 'asset.holds_data', 'asset.backups', 'asset.backed_up_apart'), judge_application_intolerable_recovery_time),
    ('server', 'intolerable-recovery-time'): (('asset.state', 'asset.effective_rto', 'asset.least_rto', 'asset.sole_support_of', 'asset.critical_services', 'asset.holds_data', 'asset.backups', 'asset.backed_up_apart'), judge_server_intolerable_recovery_time),
    ('connection', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites'), judge_connection_closing_site_in_use),
    ('server', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites', 'asset.own_hardware', 'asset.needed_at_renewal', 'asset.physical'), judge_server_closing_site_in_use),
    ('device', 'closing-site-in-use'): (('asset.state', 'asset.planned_end', 'asset.closing_sites', 'asset.own_hardware', 'asset.needed_at_renewal', 'asset.physical'), judge_device_closing_site_in_use),
    ('connection', 'switched-telephony'): (('asset.state',), judge_connection_switched_telephony),
    ('product', 'supplier-withdrawal'): (('product.withdrawal_announced',), judge_product_supplier_withdrawal),
    ('installation', 'unsupported-software'): (('asset.state', 'installation.software_as_a_service', 'installation.planned_end', 'installation.reachable_from_internet'), judge_installation_unsupported_software),
    ('api', 'inherited-unsupported-software'): (('asset.state', 'asset.stands_on_unsupported', 'asset.own_support_ends', 'asset.locked_to'), judge_api_inherited_unsupported_software),
    ('server', 'unsupported-hardware'): (('asset.state', 'asset.own_support_ends', 'asset.locked_to', 'asset.own_hardware'), judge_server_unsupported_hardware),
    ('device', 'unsupported-hardware'): (('asset.state', 'asset.own_support_ends', 'asset.locked_to', 'asset.own_hardware'), judge_device_unsupported_hardware),
    ('application', 'inherited-unsupported-software'): (('asset.state', 'asset.stands_on_unsupported', 'asset.own_support_ends', 'asset.locked_to', 'contract.in_force', 'asset.contracts'), judge_application_inherited_unsupported_software),
    ('exception', 'incomplete-acceptance'): (('exception.standing', 'exception.missing_parts', 'exception.latest_expiry', 'exception.needs_plan', 'exception.role_held', 'exception.missing_organisations', 'exception.last_day', 'exception.subjects_live', 'exception.lapsed', 'exception.review_due', 'exception.state'), judge_exception_incomplete_acceptance),
    ('exception', 'acceptance-lapsing-at-vesting'): (('exception.standing', 'exception.lapsed', 'exception.reorganises', 'exception.last_day', 'exception.vesting'), judge_exception_acceptance_lapsing_at_vesting),
}
